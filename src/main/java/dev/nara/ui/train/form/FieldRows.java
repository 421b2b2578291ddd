package dev.nara.ui.train.form;

import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The rows of the form that are not parameters: a name and a box as wide as the fields around it. */
final class FieldRows {
    private FieldRows() {}

    /** A row with a name of that width; {@code end} is where other rows have their fork. */
    static HBox row(Texts texts, String key, double width, Region box, Node end) {
        Label label = Labels.of(texts.binding(key), "field-label");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setLabelFor(box);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox row = new HBox(label, box, end);
        row.getStyleClass().add("form-line");
        return row;
    }

    /** A row without a node at its end. */
    static HBox row(Texts texts, String key, double width, ComboBox<?> box) {
        box.accessibleTextProperty().bind(texts.binding(key));
        Region gap = new Region();
        gap.setMinWidth(28);
        return row(texts, key, width, box, gap);
    }
}
