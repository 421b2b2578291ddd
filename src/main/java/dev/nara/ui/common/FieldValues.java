package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The fields of a form by the name of their parameter: how many are wrong, and where they differ from a run's settings. */
public final class FieldValues {
    private final Map<String, FieldValue> fields = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private boolean setting;
    private Runnable filled = () -> {};

    /** Holding the defaults of these parameters. */
    public FieldValues(List<Parameter> parameters, Texts texts) {
        for (Parameter parameter : parameters) {
            FieldValue field = new FieldValue(parameter, texts);
            field.validProperty().addListener((o, was, is) -> count());
            fields.put(parameter.name(), field);
        }
    }

    private void count() {
        problems.set((int)
                fields.values().stream().filter(f -> !f.validProperty().get()).count());
    }

    /** All of them, in the order of the parameters. */
    public Collection<FieldValue> all() {
        return fields.values();
    }

    /** The field of this name. */
    public Optional<FieldValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Compares the fields with these values, those of a run; a field without one is not compared. */
    public void compareWith(Map<String, String> values) {
        fields.forEach((name, field) -> field.compareWith(values.get(name)));
    }

    /** Says in fields that are left empty what they come to, by name; a field without one says nothing. */
    public void resolved(Map<String, String> values) {
        fields.forEach((name, field) -> field.resolved(values.getOrDefault(name, "")));
    }

    /** How many fields differ from the values they are compared with. */
    public int differing() {
        return (int)
                fields.values().stream().filter(f -> f.differsProperty().get()).count();
    }

    /** How many fields cannot be used as they are. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Calls the listener whenever a field changes. */
    public void onChange(Runnable listener) {
        fields.values().forEach(field -> field.textProperty().addListener((o, was, is) -> listener.run()));
    }

    /** Whether all fields are being filled, and not one of them changed by somebody. */
    public boolean setting() {
        return setting;
    }

    /** What the fields hold. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.value()));
        return values;
    }

    /** Every field back to its default but for these. */
    public void set(Map<String, String> values) {
        setting = true;
        fields.forEach((name, field) ->
                field.set(values.getOrDefault(name, field.parameter().defaultValue())));
        setting = false;
        filled.run();
    }

    /** Calls the listener when all fields have been filled. */
    public void onFilled(Runnable listener) {
        filled = listener;
    }
}
