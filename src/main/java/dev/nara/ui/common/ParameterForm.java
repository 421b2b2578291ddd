package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A form made from a list of parameters: one field each, checked while typing, and a count of what is wrong. */
public final class ParameterForm extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final FieldValues fields;

    /** Fields for these parameters, holding their defaults. */
    public ParameterForm(List<Parameter> parameters, Texts texts) {
        fields = new FieldValues(parameters, texts);
        getStyleClass().add("parameter-form");
        fields.all().forEach(field -> getChildren().add(new ParameterField(field, texts)));
    }

    /** How many fields cannot be used as they are. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return fields.problemsProperty();
    }

    /** Calls the listener when people have changed a field and paused, unless a field is wrong. */
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

    /** What the fields hold. */
    public Map<String, String> values() {
        return fields.values();
    }

    /** Every field back to its default but for these. */
    public void set(Map<String, String> values) {
        fields.set(values);
    }
}
