package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A form made from a list of parameters: one field each, checked while typing, and a count of what is wrong. */
public final class ParameterForm extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Map<String, ParameterField> fields = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private boolean setting;

    /** Fields for these parameters, holding their defaults. */
    public ParameterForm(List<Parameter> parameters, Texts texts) {
        getStyleClass().add("parameter-form");
        for (Parameter parameter : parameters) {
            ParameterField field = new ParameterField(parameter, texts);
            field.validProperty().addListener((o, was, is) -> count());
            fields.put(parameter.name(), field);
            getChildren().add(field);
        }
    }

    private void count() {
        problems.set((int)
                fields.values().stream().filter(f -> !f.validProperty().get()).count());
    }

    /** How many fields cannot be used as they are. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Calls the listener whenever a field changes. */
    public void onChange(Runnable listener) {
        fields.values().forEach(field -> field.onChange(listener));
    }

    /** Calls the listener when people have changed a field and paused, unless a field is wrong. */
    public void onSettled(Runnable listener) {
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(e -> {
            if (problems.get() == 0) {
                listener.run();
            }
        });
        onChange(() -> {
            if (!setting) {
                pause.playFromStart();
            }
        });
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
        fields.forEach((name, field) -> field.set(values.getOrDefault(name, field.defaultValue())));
        setting = false;
    }
}
