package dev.nara.ui.common;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A parameter in a form: its label with help, its control, a button that restores the default, and its problem below. */
final class ParameterField extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double LABEL = 150;

    ParameterField(FieldValue value, Texts texts) {
        String name = value.parameter().name();
        Region editor = FieldEditors.of(value, texts);
        Label label = Labels.of(texts.binding("parameter." + name), "field-label");
        label.setLabelFor(editor);
        label.setWrapText(true);
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        Tips.wrapped(label, value.helpProperty());
        HBox.setHgrow(editor, Priority.ALWAYS);
        Button reset = Icons.button("reset-" + name, Feather.ROTATE_CCW, texts.binding("field.reset"), value::reset);
        reset.getStyleClass().add("field-reset");
        reset.setFocusTraversable(false);
        reset.visibleProperty().bind(Bindings.createBooleanBinding(() -> !value.usual(), value.textProperty()));
        reset.visibleProperty().addListener((o, was, is) -> editor.pseudoClassStateChanged(CHANGED, is));
        HBox row = new HBox(label, editor, reset);
        row.getStyleClass().add("field-row");
        getStyleClass().add("parameter-field");
        getChildren().addAll(row, FieldEditors.problem(value));
    }
}
