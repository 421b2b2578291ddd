package dev.nara.ui.tune;

import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import javafx.scene.layout.StackPane;

/** Stands in the middle while a stored study is read. */
final class OpeningPane extends StackPane {
    OpeningPane(TuneModel model, Texts texts) {
        setId("tune-opening");
        Placeholder words = new Placeholder(texts);
        getChildren().add(words);
        visibleProperty().bind(model.openingProperty().greaterThan(0));
        model.openingProperty()
                .addListener((o, was, is) -> words.loading(Text.of("tune.opening", is.longValue()), null));
    }
}
