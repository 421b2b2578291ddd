package dev.nara.ui.tune;

import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** The middle of the workspace: the start pane, the progress of the study, or a note that a stored study is being read. */
final class TuneCentre extends StackPane {
    TuneCentre(TuneModel model, Texts texts, Node start, Node course) {
        Placeholder words = new Placeholder(texts);
        StackPane reading = new StackPane(words);
        reading.setId("tune-opening");
        model.openingProperty()
                .addListener((o, was, is) -> words.loading(Text.of("tune.opening", is.longValue()), null));
        BooleanBinding reads = model.openingProperty().greaterThan(0);
        BooleanBinding none = Bindings.createBooleanBinding(() -> isNone(model), model.snapshotProperty());
        reading.visibleProperty().bind(reads);
        start.visibleProperty().bind(none.and(reads.not()));
        course.visibleProperty().bind(none.or(reads).not());
        getChildren().addAll(course, reading, start);
        // Content that is too wide must not cover the other columns.
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private static boolean isNone(TuneModel model) {
        var study = model.snapshotProperty().get();
        return study == null || study.id() == 0;
    }
}
