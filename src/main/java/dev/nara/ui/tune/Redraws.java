package dev.nara.ui.tune;

import dev.nara.ui.common.FxPump;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Passes the newest of several states from any thread to the JavaFX thread: at once after a pause, else twice a second. */
final class Redraws<T> {
    private static final Duration BETWEEN = Duration.millis(500);

    private final FxPump<T> pump = new FxPump<>(all -> received(all.get(all.size() - 1)));
    private final PauseTransition pause = new PauseTransition(BETWEEN);
    private final Consumer<T> consumer;
    private @Nullable T waiting;
    private boolean resting;

    Redraws(Consumer<T> consumer) {
        this.consumer = consumer;
        pause.setOnFinished(e -> rested());
    }

    /** Sets the newest state; returns at once. */
    void offer(T state) {
        pump.offer(state);
    }

    private void received(T state) {
        if (resting) {
            waiting = state;
        } else {
            show(state);
        }
    }

    private void rested() {
        resting = false;
        T state = waiting;
        waiting = null;
        if (state != null) {
            show(state);
        }
    }

    private void show(T state) {
        resting = true;
        pause.playFromStart();
        consumer.accept(state);
    }
}
