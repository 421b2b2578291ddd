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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One parameter of a form: its label with help, its control, and under it what is wrong. */
final class ParameterField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Parameter parameter;
    private final Texts texts;
    private final StringProperty value;
    private final Control control;
    private final Label problem = new Label();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

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
    }

    private void build() {
        getStyleClass().add("parameter-field");
        Label label = new Label();
        label.textProperty().bind(texts.binding("parameter." + parameter.name()));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setMinWidth(150);
        label.setPrefWidth(150);
        Tooltip help = new Tooltip();
        help.textProperty().bind(texts.binding("parameter." + parameter.name() + ".help"));
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
        HBox row = new HBox(label, control);
        row.getStyleClass().add("field-row");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(row, problem);
    }

    private void check() {
        Optional<Text> wrong = parameter.problem(value());
        valid.set(wrong.isEmpty());
        problem.setVisible(wrong.isPresent());
        problem.setText(wrong.map(text -> "⚠ " + texts.of(text)).orElse(""));
        control.pseudoClassStateChanged(ERROR, wrong.isPresent());
        control.pseudoClassStateChanged(CHANGED, !value().equals(parameter.defaultValue()));
    }

    void onChange(Runnable listener) {
        value.addListener((o, was, is) -> listener.run());
    }

    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
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
