package dev.nara.ui.train;

import dev.nara.ui.common.Texts;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The rows of the settings that are no parameters: a name and a box, as wide as the fields below. */
final class FieldRows {
    private static final double NAME_WIDTH = 150;

    private FieldRows() {}

    static Label heading(Texts texts, String key) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    /** A row to which a button may be added. */
    static HBox row(Texts texts, String key, ComboBox<?> box) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.getStyleClass().add("field-label");
        label.setMinWidth(NAME_WIDTH);
        label.setPrefWidth(NAME_WIDTH);
        label.setLabelFor(box);
        box.accessibleTextProperty().bind(label.textProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox row = new HBox(label, box);
        row.getStyleClass().addAll("field-row", "parameter-field");
        return row;
    }

    /** A row without a button, its box as wide as those beside which there is one. */
    static HBox aligned(Texts texts, String key, ComboBox<?> box) {
        HBox row = row(texts, key, box);
        row.getStyleClass().add("without-reset");
        return row;
    }
}
