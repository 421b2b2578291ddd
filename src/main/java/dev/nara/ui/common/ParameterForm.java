package dev.nara.ui.common;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A form made from a list of parameters: one field each, checked while typing, a count of what is wrong, and marks where it
 * differs from a run's settings.
 */
public final class ParameterForm extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Map<String, ParameterField> fields = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private final Texts texts;
    private boolean setting;

    /** Fields for these parameters, holding their defaults. */
    public ParameterForm(List<Parameter> parameters, Texts texts) {
        this(texts);
        add(parameters);
    }

    private ParameterForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("parameter-form");
    }

    /** Fields for these groups of parameters, holding their defaults, under a heading each but for the first. */
    public static ParameterForm ofGroups(List<Algorithm.Group> groups, Texts texts) {
        ParameterForm form = new ParameterForm(texts);
        for (Algorithm.Group group : groups) {
            if (!form.fields.isEmpty()) {
                Label heading = new Label();
                heading.textProperty().bind(texts.binding("group." + group.name()));
                heading.getStyleClass().add("section-title");
                form.getChildren().add(heading);
            }
            form.add(group.parameters());
        }
        return form;
    }

    private void add(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            ParameterField field = new ParameterField(parameter, texts);
            field.validProperty().addListener((o, was, is) -> count());
            fields.put(parameter.name(), field);
            getChildren().add(field);
        }
    }

    /** Marks the fields that differ from these values, those of a run; a field without one is not marked. */
    public void compareWith(Map<String, String> values) {
        fields.forEach((name, field) -> field.compareWith(values.get(name)));
    }

    /** Says in fields that are left empty what they come to, by name; a field without one says nothing. */
    public void resolved(Map<String, String> values) {
        fields.forEach((name, field) -> field.resolved(values.getOrDefault(name, "")));
    }

    /** How many fields differ from the values they are compared with. */
    public int differing() {
        return (int) fields.values().stream().filter(ParameterField::differs).count();
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

    /** Gives a field the keys; whether there is one of that name. */
    public boolean focus(String name) {
        ParameterField field = fields.get(name);
        if (field != null) {
            field.focus();
        }
        return field != null;
    }

    /** Every field back to its default but for these. */
    public void set(Map<String, String> values) {
        setting = true;
        fields.forEach((name, field) -> field.set(values.getOrDefault(name, field.defaultValue())));
        setting = false;
    }
}
