package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.settings.UserPreferences;
import dev.nara.store.Services;
import dev.nara.text.Text;
import dev.nara.ui.common.Theme;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts JavaFX and shows the window, or reports what is missing on this machine and how to install it. */
public final class WindowStart {
    private static final Logger LOG = LoggerFactory.getLogger(WindowStart.class);
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("Loading library \\w+ from resource failed: .*?: (lib\\S+): cannot open");
    private static final long STOP_SECONDS = 20;

    private WindowStart() {}

    /** Whether there is a display; only Linux may have none. */
    public static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return !linux || !blank(System.getenv("DISPLAY")) || "Monocle".equals(System.getProperty("glass.platform"));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * Shows the window with these options and returns when it is closed, or at once with a message about what is missing.
     *
     * @throws DataException if the workspace cannot be used
     */
    public static Optional<Text> open(Services services, MainWindow.Surroundings around, StartOptions options)
            throws DataException {
        scale(around.settings().read().preferences().percent());
        Optional<Text> problem = startToolkit();
        if (problem.isPresent()) {
            return problem;
        }
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AtomicReference<@Nullable MainWindow> window = new AtomicReference<>();
        Platform.runLater(() -> {
            try {
                Theme.loadFonts();
                Stage stage = new Stage();
                stage.setOnHidden(e -> closed.countDown());
                window.set(MainWindow.show(services, stage, around, options));
            } catch (DataException | RuntimeException | LinkageError e) {
                failure.set(e);
                closed.countDown();
            }
        });
        awaitEnd(closed, around, window);
        @Nullable Throwable error = failure.get();
        if (error instanceof DataException wrong) {
            throw wrong;
        }
        if (error != null) {
            LOG.error("the window did not start", error);
            return Optional.of(Text.of("start.other", error.toString()));
        }
        return Optional.empty();
    }

    /** Sets a larger scale, which JavaFX accepts only before it starts; at 100% the system's scale applies. */
    private static void scale(int percent) {
        if (percent > UserPreferences.LEAST) {
            System.setProperty("glass.gtk.uiScale", percent + "%");
            System.setProperty("glass.win.uiScale", percent + "%");
        }
    }

    /** Waits until the window is closed, and then until its runs have ended or were stored. */
    private static void awaitEnd(
            CountDownLatch closed, MainWindow.Surroundings around, AtomicReference<@Nullable MainWindow> window) {
        try {
            IdleMemory memory = IdleMemory.ofThis();
            while (!closed.await(IdleMemory.EVERY.toSeconds(), TimeUnit.SECONDS)) {
                memory.look();
            }
            MainWindow closing = window.get();
            if (closing != null && closing.trainsOn()) {
                around.training().shutdown();
                around.training().awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            }
            for (ExecutorService executor : new ExecutorService[] {around.training(), around.loading()}) {
                executor.shutdown();
                if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("work under way did not end in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** JavaFX reports a missing library only on standard error, so that is captured while it starts. */
    private static Optional<Text> startToolkit() {
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("JavaFX does not start", e);
            return Optional.of(translate(e + " " + e.getCause(), said.toString(StandardCharsets.UTF_8)));
        } finally {
            System.setErr(errors);
        }
    }

    /** Translates a start-up failure into a message for users. */
    static Text translate(String message, String said) {
        if (message.contains("Unable to open DISPLAY")) {
            return Text.of("start.display", String.valueOf(System.getenv("DISPLAY")));
        }
        if (message.contains("Unable to load glass GTK library") || message.contains("GTK 3")) {
            return Text.of("start.gtk");
        }
        Matcher library = MISSING_LIBRARY.matcher(said);
        return library.find() ? Text.of("start.library", library.group(1)) : Text.of("start.other", message);
    }
}
