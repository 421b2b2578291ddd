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
 * What a field of a form holds: its text as people write it, whether that can be used, and whether it differs from what a run has. What is
 * wrong is told from the moment somebody has left the field.
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
    /** What a run has, which the field is compared with; null for none. */
    private @Nullable String ofRun;

    private boolean focused;
    /** Whether somebody was in the field and has left it. */
    private boolean left;

    /** Holds the parameter's default. */
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

    /** What it is a value of. */
    public Parameter parameter() {
        return parameter;
    }

    /** The text as it stands in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** The value in its one spelling, or what is written where it cannot be used. */
    public String value() {
        String written = Objects.requireNonNullElse(text.get(), "");
        return parameter.normal(written).orElse(written.strip());
    }

    /** Puts in a value; a number without the 0 before its point. */
    public void set(String value) {
        text.set(parameter instanceof Parameter.Real && value.startsWith("0.") ? value.substring(1) : value);
    }

    /** Puts in the default. */
    public void reset() {
        set(parameter.defaultValue());
    }

    /** Whether it has the default. */
    public boolean usual() {
        return parameter.same(value(), parameter.defaultValue());
    }

    private void check() {
        Optional<Text> wrong = parameter.problem(value());
        valid.set(wrong.isEmpty());
        problem.set(wrong.isPresent() && (left || !focused) ? texts.of(wrong.get()) : "");
        // An empty field says nothing of its own.
        differs.set(ofRun != null && !value().isEmpty() && !parameter.same(value(), ofRun));
        help.set(words());
    }

    /** What the parameter does, what is allowed, its default, and what the run on screen has. */
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

    /** Somebody comes into the field, or leaves it. */
    void focused(boolean is) {
        left |= focused && !is;
        focused = is;
        check();
    }

    /** Compares it with what a run has; null for none. */
    void compareWith(@Nullable String value) {
        ofRun = value;
        check();
    }

    /** Says what it comes to while it is empty; "" where that is not known. */
    void resolved(String value) {
        resolved.set(value);
    }

    /** What it comes to while it is empty; "" where that is not known. */
    ReadOnlyStringProperty resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    /** What stands behind the value, such as "epochs"; may be bound to something else. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** Whether it can be used. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Whether it differs from what it is compared with. */
    public ReadOnlyBooleanProperty differsProperty() {
        return differs.getReadOnlyProperty();
    }

    /** What is wrong, once it is to be told; "" for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the field does to a run, in words, with its range and default. */
    public ReadOnlyStringProperty helpProperty() {
        return help.getReadOnlyProperty();
    }
}
