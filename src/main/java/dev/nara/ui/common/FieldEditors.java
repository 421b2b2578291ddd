package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Creates the control for a field according to what its parameter accepts. */
public final class FieldEditors {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private FieldEditors() {}

    /** A control that edits the value and fills the available width. */
    public static Region of(FieldValue value, Texts texts) {
        Parameter parameter = value.parameter();
        if (parameter instanceof Parameter.Whole || parameter instanceof Parameter.Real) {
            NumberEditor editor = new NumberEditor(value, texts);
            control(editor.field(), editor.field(), value, texts);
            return wide(editor);
        }
        if (parameter instanceof Parameter.Sizes) {
            return wide(layers(value, texts));
        }
        return wide(
                parameter instanceof Parameter.Choice choice
                        ? choice(choice, value, texts)
                        : parameter instanceof Parameter.Suggested suggested
                                ? suggested(suggested.suggestions(), value, texts)
                                : plain(value, texts));
    }

    private static Region wide(Region editor) {
        editor.setMaxWidth(Double.MAX_VALUE);
        editor.setMinWidth(0);
        editor.setPrefWidth(120);
        return editor;
    }

    /** A plain text field. */
    public static TextField plain(FieldValue value, Texts texts) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value.textProperty());
        control(field, field, value, texts);
        return field;
    }

    private static Pills layers(FieldValue value, Texts texts) {
        Pills pills = Pills.sizes(texts);
        pills.setId("parameter-" + value.parameter().name());
        pills.textProperty().bindBidirectional(value.textProperty());
        describe(pills, value, texts);
        return pills;
    }

    private static ComboBox<String> choice(Parameter.Choice choice, FieldValue value, Texts texts) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.options());
        Words.show(box, texts, option -> texts.value(choice.name(), option));
        box.valueProperty().bindBidirectional(value.textProperty());
        control(box, box, value, texts);
        return box;
    }

    /** A box with suggestions, which also accepts typed values; known values are shown in the window's language. */
    private static ComboBox<String> suggested(List<String> options, FieldValue value, Texts texts) {
        String name = value.parameter().name();
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(options);
        box.setConverter(typed(name, options, texts));
        TextField editor = box.getEditor();
        box.setValue(value.textProperty().get());
        editor.setText(texts.value(name, value.textProperty().get()));
        editor.textProperty().addListener((o, was, is) -> value.textProperty()
                .set(box.getConverter().fromString(is)));
        value.textProperty().addListener((o, was, is) -> {
            if (!box.getConverter().fromString(editor.getText()).equals(is)) {
                // When the box is laid out again, it writes its own value into the editor.
                box.setValue(is);
                editor.setText(texts.value(name, is));
            }
        });
        texts.localeProperty()
                .addListener((o, was, is) ->
                        editor.setText(texts.value(name, value.textProperty().get())));
        box.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> value.resolvedProperty().get().isEmpty()
                                ? ""
                                : texts.get(
                                        "field.resolved",
                                        value.resolvedProperty().get()),
                        value.resolvedProperty(),
                        texts.localeProperty()));
        control(box, editor, value, texts);
        return box;
    }

    /** Converts options to their names and back. */
    private static StringConverter<String> typed(String name, List<String> options, Texts texts) {
        return new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : texts.value(name, option);
            }

            @Override
            public String fromString(String words) {
                return options.stream()
                        .filter(option -> texts.value(name, option).equals(words))
                        .findFirst()
                        .orElse(words);
            }
        };
    }

    private static void control(Control control, Control focused, FieldValue value, Texts texts) {
        control.setId("parameter-" + value.parameter().name());
        Tips.wrapped(control, value.helpProperty());
        describe(control, value, texts);
        focused.focusedProperty().addListener((o, was, is) -> value.focused(is));
        value.problemProperty().addListener((o, was, is) -> control.pseudoClassStateChanged(ERROR, !is.isEmpty()));
    }

    private static void describe(Node control, FieldValue value, Texts texts) {
        control.accessibleTextProperty()
                .bind(texts.binding("parameter." + value.parameter().name()));
        control.accessibleHelpProperty().bind(value.helpProperty());
    }

    /** The problem below a field; empty if there is none. */
    public static Label problem(FieldValue value) {
        Label problem = Labels.wrapped(value.problemProperty(), "field-problem");
        problem.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
