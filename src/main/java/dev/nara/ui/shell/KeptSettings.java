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
 * Stores the state of the window for the next start, shortly after each change, so that hardly anything is lost if it is killed. Only for
 * the JavaFX thread.
 */
final class KeptSettings {
    private static final Duration MOMENT = Duration.millis(700);

    private final Stage stage;
    private final SettingsFile file;
    private final Jobs jobs;
    private final Supplier<Settings> current;
    private final PauseTransition pause = new PauseTransition(MOMENT);
    /** The settings to be written; null if the newest were written. */
    private final AtomicReference<@Nullable Settings> wanted = new AtomicReference<>();

    private @Nullable Settings last;

    /** For that window, while it is open; {@code current} returns the settings to be stored. */
    KeptSettings(Stage stage, SettingsFile file, Jobs jobs, Supplier<Settings> current) {
        this.stage = stage;
        this.file = file;
        this.jobs = jobs;
        this.current = current;
        pause.setOnFinished(e -> look());
    }

    /** Checks for changes at each input event in the node. */
    void watch(Node all) {
        all.addEventFilter(InputEvent.ANY, e -> soon());
    }

    /** Checks for changes whenever one of these changes. */
    void watch(Observable... some) {
        InvalidationListener listener = changed -> {
            if (changed instanceof ObservableValue<?> value) {
                // An invalidated value that nothing reads would not report further changes.
                value.getValue();
            }
            soon();
        };
        for (Observable one : some) {
            one.addListener(listener);
        }
    }

    /** Checks for changes soon. */
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

    /** Stores the settings at once, because the window is closing. */
    void now() {
        pause.stop();
        wanted.set(current.get());
        write();
    }

    /** Writes the newest settings, unless another thread already has. */
    private synchronized void write() {
        Settings newest = wanted.getAndSet(null);
        if (newest != null) {
            file.write(newest);
        }
    }
}
