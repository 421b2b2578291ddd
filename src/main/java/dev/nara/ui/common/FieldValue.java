package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import dev.nara.text.OptionWords;
import dev.nara.text.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The value of a form field: the text as typed, whether it is valid, and whether it differs from a run's value. While the user is in the
 * field for the first time, its problem is not shown yet.
 */
public final class FieldValue {
    private final Parameter parameter;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper differs = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper resolved = new ReadOnlyStringWrapper("");
    private final StringProperty unit = new SimpleStringProperty("");
    /** The run's value for comparison; null for none. */
    private @Nullable String ofRun;

    private boolean focused;
    /** Whether the field has had and lost the focus. */
    private boolean left;

    /** Starts with the parameter's default. */
    FieldValue(Parameter parameter, Texts texts) {
        this.parameter = parameter;
        this.texts = texts;
        String key = "parameter." + parameter.name() + ".unit";
        unit.bind(Bindings.createStringBinding(
                () -> Text.exists(key, texts.locale()) ? texts.get(key) : "", texts.localeProperty()));
        set(parameter.defaultValue());
        check();
        text.addListener((o, was, is) -> check());
        texts.localeProperty().addListener((o, was, is) -> check());
    }

    /** The parameter that the field sets. */
    public Parameter parameter() {
        return parameter;
    }

    /** The text in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** The normalised value, or the text if it is invalid. */
    public String value() {
        String written = Objects.requireNonNullElse(text.get(), "");
        return parameter.normal(written).orElse(written.strip());
    }

    /** Sets a value; a number is written without the 0 before its point. */
    public void set(String value) {
        text.set(parameter instanceof Parameter.Real && value.startsWith("0.") ? value.substring(1) : value);
    }

    /** Sets the default. */
    public void reset() {
        set(parameter.defaultValue());
    }

    /** Whether it equals the default. */
    public boolean usual() {
        return parameter.same(value(), parameter.defaultValue());
    }

    private void check() {
        Optional<Text> wrong = parameter.problem(value());
        valid.set(wrong.isEmpty());
        problem.set(wrong.isPresent() && (left || !focused) ? texts.of(wrong.get()) : "");
        // An empty field does not count as different.
        differs.set(ofRun != null && !value().isEmpty() && !parameter.same(value(), ofRun));
        help.set(words());
    }

    /** The help: what the parameter does, the valid range, its default, and the run's value if that differs. */
    private String words() {
        String name = parameter.name();
        String usual = parameter.defaultValue();
        String words = texts.get("parameter." + name + ".help") + "\n"
                + texts.get("field.help", range(), usual.isEmpty() ? "–" : texts.value(name, usual));
        return differs.get()
                ? words + "\n" + texts.get("field.run", texts.value(name, Objects.requireNonNullElse(ofRun, "")))
                : words;
    }

    private Text range() {
        return parameter instanceof Parameter.Choice choice
                ? Text.of(
                        "parameter.range.choice",
                        choice.options().stream()
                                .map(option -> OptionWords.of(choice.name(), option, texts.locale()))
                                .collect(Collectors.joining(", ")))
                : parameter.range();
    }

    /** Called when the field gets or loses the focus. */
    void focused(boolean is) {
        left |= focused && !is;
        focused = is;
        check();
    }

    /** Sets the run's value for comparison; null for none. */
    void compareWith(@Nullable String value) {
        ofRun = value;
        check();
    }

    /** Sets the value that the program chooses if the field is empty; "" if it is unknown. */
    void resolved(String value) {
        resolved.set(value);
    }

    /** The value that the program chooses if the field is empty; "" if it is unknown. */
    ReadOnlyStringProperty resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    /** The unit after the value, such as "epochs"; may be bound. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** Whether the value is valid. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Whether it differs from the run's value. */
    public ReadOnlyBooleanProperty differsProperty() {
        return differs.getReadOnlyProperty();
    }

    /** The problem to be shown; "" for none. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The help, with range and default. */
    public ReadOnlyStringProperty helpProperty() {
        return help.getReadOnlyProperty();
    }
}
