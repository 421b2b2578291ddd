package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import dev.nara.text.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a form: its label with help, its control, a button back to the default, and under it what is wrong, from
 * the moment somebody has left the field.
 */
final class ParameterField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Parameter parameter;
    private final Texts texts;
    private final StringProperty value;
    private final Control control;
    private final Label label = new Label();
    private final Label problem = new Label();
    private final Button reset = new Button("↺");
    private final Tooltip help = new Tooltip();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    /** What a run has, which the field is compared with; null for none. */
    private @Nullable String ofRun;
    /** What it comes to while it is empty; "" where that is not known. */
    private String resolved = "";
    /** Whether somebody was in the field and has left it. */
    private boolean left;

    ParameterField(Parameter parameter, Texts texts) {
        this.parameter = parameter;
        this.texts = texts;
        if (parameter instanceof Parameter.Choice choice) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(choice.options());
            control = box;
            value = new SimpleStringProperty(parameter.defaultValue());
            box.valueProperty().bindBidirectional(value);
        } else if (parameter instanceof Parameter.Suggested suggested) {
            ComboBox<String> box = new ComboBox<>();
            box.setEditable(true);
            box.getItems().setAll(suggested.suggestions());
            control = box;
            value = box.getEditor().textProperty();
        } else {
            TextField field = new TextField();
            control = field;
            value = field.textProperty();
        }
        build();
        set(parameter.defaultValue());
        check();
        value.addListener((o, was, is) -> check());
        texts.localeProperty().addListener((o, was, is) -> check());
        focused().addListener((o, was, is) -> {
            left |= was;
            check();
        });
    }

    private ReadOnlyBooleanProperty focused() {
        return control instanceof ComboBox<?> box && box.isEditable()
                ? box.getEditor().focusedProperty()
                : control.focusedProperty();
    }

    private void build() {
        getStyleClass().add("parameter-field");
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setMinWidth(150);
        label.setPrefWidth(150);
        help.setWrapText(true);
        help.setMaxWidth(420);
        label.setTooltip(help);
        control.setTooltip(help);
        control.setId("parameter-" + parameter.name());
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        control.setPrefWidth(120);
        control.accessibleTextProperty().bind(label.textProperty());
        HBox.setHgrow(control, Priority.ALWAYS);
        reset.setId("reset-" + parameter.name());
        reset.getStyleClass().addAll("flat", "field-reset");
        reset.setFocusTraversable(false);
        reset.visibleProperty().bind(value.isNotEqualTo(parameter.defaultValue()));
        reset.setOnAction(e -> set(parameter.defaultValue()));
        reset.accessibleTextProperty().bind(texts.binding("field.reset"));
        Tooltip back = new Tooltip();
        back.textProperty().bind(texts.binding("field.reset"));
        reset.setTooltip(back);
        HBox row = new HBox(label, control, reset);
        row.getStyleClass().add("field-row");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(row, problem);
    }

    private void check() {
        Optional<Text> wrong = parameter.problem(value());
        valid.set(wrong.isEmpty());
        boolean told = wrong.isPresent() && (left || !focused().get());
        problem.setVisible(told);
        problem.setText(wrong.map(text -> "⚠ " + texts.of(text)).orElse(""));
        control.pseudoClassStateChanged(ERROR, told);
        control.pseudoClassStateChanged(CHANGED, !value().equals(parameter.defaultValue()));
        label.setText((differs() ? "≠ " : "") + texts.get("parameter." + parameter.name()));
        help.setText(help());
        if (control instanceof ComboBox<?> box) {
            box.setPromptText(resolved.isEmpty() ? "" : texts.get("field.resolved", resolved));
        }
    }

    /** What the parameter is, what is allowed, its default, and what the run on screen has. */
    private String help() {
        String words = texts.get("parameter." + parameter.name() + ".help") + "\n"
                + texts.get(
                        "field.help",
                        parameter.range(),
                        parameter.defaultValue().isEmpty() ? "–" : parameter.defaultValue());
        return differs() ? words + "\n" + texts.get("field.run", Objects.requireNonNullElse(ofRun, "")) : words;
    }

    /** Says faintly what it comes to while it is empty; "" where that is not known. */
    void resolved(String value) {
        resolved = value;
        check();
    }

    /** Marks the field where it differs from what a run has; null for none. An empty field says nothing of its own. */
    void compareWith(@Nullable String value) {
        ofRun = value;
        check();
    }

    /** Whether it differs from what it is compared with. */
    boolean differs() {
        return ofRun != null && !value().isEmpty() && !parameter.same(value(), ofRun);
    }

    void onChange(Runnable listener) {
        value.addListener((o, was, is) -> listener.run());
    }

    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    void focus() {
        control.requestFocus();
    }

    String value() {
        return Objects.requireNonNullElse(value.get(), "").strip();
    }

    void set(String text) {
        value.set(text);
    }

    String defaultValue() {
        return parameter.defaultValue();
    }
}
