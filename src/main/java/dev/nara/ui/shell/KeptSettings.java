package dev.nara.ui.shell;

import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.ui.common.Jobs;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how the window is for the next start, a moment after it has changed: of a window that is killed no more than that moment is
 * lost. Touched on the JavaFX thread only.
 */
final class KeptSettings {
    private static final Duration MOMENT = Duration.millis(700);

    private final Stage stage;
    private final SettingsFile file;
    private final Jobs jobs;
    private final Supplier<Settings> current;
    private final PauseTransition pause = new PauseTransition(MOMENT);
    /** What is to be written; null where the newest was. */
    private final AtomicReference<@Nullable Settings> wanted = new AtomicReference<>();

    private @Nullable Settings last;

    /** Of that window, while it is there; {@code current} says what is to be kept now. */
    KeptSettings(Stage stage, SettingsFile file, Jobs jobs, Supplier<Settings> current) {
        this.stage = stage;
        this.file = file;
        this.jobs = jobs;
        this.current = current;
        pause.setOnFinished(e -> look());
    }

    /** Keeps what has changed whenever a key or a button is used there. */
    void watch(Node all) {
        all.addEventFilter(InputEvent.ANY, e -> soon());
    }

    /** Keeps what has changed whenever one of these does. */
    void watch(Observable... some) {
        InvalidationListener listener = changed -> {
            if (changed instanceof ObservableValue<?> value) {
                // What nobody reads says only once that it has changed.
                value.getValue();
            }
            soon();
        };
        for (Observable one : some) {
            one.addListener(listener);
        }
    }

    /** Something may have changed. */
    void soon() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void look() {
        Settings now = current.get();
        if (stage.isShowing() && !now.equals(last)) {
            last = now;
            wanted.set(now);
            jobs.quietly(
                    () -> {
                        write();
                        return now;
                    },
                    written -> {},
                    jobs::failed);
        }
    }

    /** Keeps it at once, for the window closes. */
    void now() {
        pause.stop();
        wanted.set(current.get());
        write();
    }

    /** The newest, whoever comes first. */
    private synchronized void write() {
        Settings newest = wanted.getAndSet(null);
        if (newest != null) {
            file.write(newest);
        }
    }
}
