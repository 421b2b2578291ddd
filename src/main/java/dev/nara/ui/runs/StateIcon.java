package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.ui.common.Icons;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The icon of a run's state: a ring with the share done, a clock, bars, a tick, a cross, a struck circle, or an exclamation mark. */
final class StateIcon extends StackPane {
    private static final double RADIUS = 5;
    private final Circle ring = new Circle(RADIUS);
    private @Nullable RunState shown;
    private final Arc done = new Arc(0, 0, RADIUS, RADIUS, 90, 0);

    StateIcon() {
        getStyleClass().add("state-icon");
        ring.getStyleClass().add("state-ring");
        done.getStyleClass().add("state-done");
        done.setType(ArcType.OPEN);
        done.setManaged(false);
    }

    /** {@code share} is the part of a running run that is done, 0 … 1. */
    void show(RunState state, double share) {
        done.setLength(-360 * Math.max(0.04, Math.min(1, share)));
        if (state != shown) {
            shown = state;
            sign(state);
        }
    }

    private void sign(RunState state) {
        switch (state) {
            case RUNNING -> getChildren().setAll(ring, done);
            case QUEUED -> sign(Feather.CLOCK, "muted");
            case PAUSED -> sign(Feather.PAUSE, "warn");
            case FINISHED -> sign(Feather.CHECK, "muted");
            case CANCELLED -> sign(Feather.SLASH, "muted");
            case FAILED -> sign(Feather.X, "bad");
            case INTERRUPTED -> sign(Feather.ALERT_CIRCLE, "warn");
        }
    }

    private void sign(Feather sign, String style) {
        getChildren().setAll(Icons.of(sign, style));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        done.setCenterX(getWidth() / 2);
        done.setCenterY(getHeight() / 2);
    }
}
