package dev.nara.ui.train.form;

import dev.nara.ui.common.FieldEditors;
import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Edits sizes side by side, each with a name, and a link between two of them that keeps them equal. */
final class SizeEditor extends HBox {
    SizeEditor(List<FieldValue> values, Texts texts, LinkedSizes links) {
        getStyleClass().add("size-editor");
        for (int n = 0; n < values.size(); n++) {
            if (n > 0) {
                getChildren().add(chain(texts, links));
            }
            getChildren().add(size(values.get(n), texts));
        }
    }

    private static Node size(FieldValue value, Texts texts) {
        Label of = Labels.of(texts.binding("parameter." + value.parameter().name() + ".short"), "caption");
        of.setMinWidth(Region.USE_PREF_SIZE);
        TextField field = FieldEditors.plain(value, texts);
        field.setMinWidth(0);
        field.setPrefColumnCount(3);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox box = new HBox(of, field);
        box.getStyleClass().addAll("number-editor", "size");
        box.setMinWidth(0);
        box.setPrefWidth(60);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Node chain(Texts texts, LinkedSizes links) {
        ToggleButton chain = new ToggleButton();
        chain.setId("size-link");
        chain.setGraphic(Icons.of(Feather.LINK));
        chain.getStyleClass().add("chain");
        chain.selectedProperty().bindBidirectional(links.linkedProperty());
        chain.accessibleTextProperty().bind(texts.binding("size.link"));
        Tips.on(chain, texts.binding("size.link"));
        return chain;
    }
}
