package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The fields of a form by parameter name: how many are invalid, and how many differ from a run's settings. */
public final class FieldValues {
    private final Map<String, FieldValue> fields = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private boolean setting;
    private Runnable filled = () -> {};

    /** Fields with the defaults of these parameters. */
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

    /** All fields, in the order of the parameters. */
    public Collection<FieldValue> all() {
        return fields.values();
    }

    /** The field with this name. */
    public Optional<FieldValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Compares the fields with a run's values; a field without a value is not compared. */
    public void compareWith(Map<String, String> values) {
        fields.forEach((name, field) -> field.compareWith(values.get(name)));
    }

    /** Sets the values, by name, that the program chooses for empty fields; fields without one show nothing. */
    public void resolved(Map<String, String> values) {
        fields.forEach((name, field) -> field.resolved(values.getOrDefault(name, "")));
    }

    /** How many fields differ from the values they are compared with. */
    public int differing() {
        return (int)
                fields.values().stream().filter(f -> f.differsProperty().get()).count();
    }

    /** The number of fields with invalid values. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Calls the listener whenever a field changes. */
    public void onChange(Runnable listener) {
        fields.values().forEach(field -> field.textProperty().addListener((o, was, is) -> listener.run()));
    }

    /** Whether {@link #set} is filling the fields, as opposed to an edit by the user. */
    public boolean setting() {
        return setting;
    }

    /** The values of all fields by name. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.value()));
        return values;
    }

    /** Sets these values, and the defaults in all other fields. */
    public void set(Map<String, String> values) {
        setting = true;
        fields.forEach((name, field) ->
                field.set(values.getOrDefault(name, field.parameter().defaultValue())));
        setting = false;
        filled.run();
    }

    /** Calls the listener after {@link #set} has filled all fields. */
    public void onFilled(Runnable listener) {
        filled = listener;
    }
}
