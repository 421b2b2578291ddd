package dev.nara.ui.common;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** An editor for a number: a text field with its unit and buttons, or arrow keys, for smaller and larger values. */
final class NumberEditor extends HBox {
    /** The width of the field without digits. */
    private static final double MARGIN = 15;

    private static final double DIGIT = 7.5;

    private final FieldValue value;
    private final TextField field = new TextField();

    NumberEditor(FieldValue value, Texts texts) {
        this.value = value;
        getStyleClass().add("number-editor");
        field.textProperty().bindBidirectional(value.textProperty());
        field.setMinWidth(MARGIN);
        field.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> MARGIN + DIGIT * Math.max(1, field.getText().length()), field.textProperty()));
        Label said = Labels.of(value.unitProperty(), "caption");
        said.setMaxWidth(Double.MAX_VALUE);
        said.setMinWidth(0);
        said.setOnMousePressed(e -> field.requestFocus());
        HBox.setHgrow(said, Priority.ALWAYS);
        field.setOnKeyPressed(e -> {
            if ((e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) && !e.isShortcutDown() && !e.isAltDown()) {
                step(e.getCode() == KeyCode.UP);
                e.consume();
            }
        });
        getChildren()
                .addAll(
                        field,
                        said,
                        button("less-", Feather.MINUS, texts, false),
                        button("more-", Feather.PLUS, texts, true));
    }

    private Button button(String id, Feather sign, Texts texts, boolean up) {
        String name = value.parameter().name();
        Button button = Icons.button(
                id + name, sign, texts.binding(up ? "field.more" : "field.less", texts.setting(name)), () -> step(up));
        button.setFocusTraversable(false);
        return button;
    }

    private void step(boolean up) {
        value.set(NumberSteps.next(value.parameter(), value.value(), up));
    }

    /** The text field. */
    TextField field() {
        return field;
    }
}
