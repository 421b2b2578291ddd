package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A form made from a list of parameters: one field each, checked while typing, and the number of invalid fields. */
public final class ParameterForm extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final FieldValues fields;

    /** Fields for these parameters with their defaults. */
    public ParameterForm(List<Parameter> parameters, Texts texts) {
        fields = new FieldValues(parameters, texts);
        getStyleClass().add("parameter-form");
        fields.all().forEach(field -> getChildren().add(new ParameterField(field, texts)));
    }

    /** The number of fields with invalid values. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return fields.problemsProperty();
    }

    /** Calls the listener when the user has changed a field and paused, unless a field is invalid. */
    public void onSettled(Runnable listener) {
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(e -> {
            if (problemsProperty().get() == 0) {
                listener.run();
            }
        });
        fields.onChange(() -> {
            if (!fields.setting()) {
                pause.playFromStart();
            }
        });
    }

    /** The values of all fields by name. */
    public Map<String, String> values() {
        return fields.values();
    }

    /** Sets these values, and the defaults in all other fields. */
    public void set(Map<String, String> values) {
        fields.set(values);
    }
}
