package dev.nara.ui.common;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Desktop notifications, by notify-send on Linux, osascript on macOS and PowerShell on Windows. If the program is missing, this is logged
 * once.
 */
public final class DesktopNotes {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotes.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final String TITLE = "NARA_NOTE_TITLE";
    private static final String MESSAGE = "NARA_NOTE_MESSAGE";

    /** Takes both texts from the environment, so that they are never parsed as commands. */
    private static final String TOAST = String.join(
            "; ",
            "$m = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications,"
                    + " ContentType=WindowsRuntime]",
            "$x = $m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)",
            "$t = $x.GetElementsByTagName('text')",
            "$t.Item(0).AppendChild($x.CreateTextNode($env:" + TITLE + ")) | Out-Null",
            "$t.Item(1).AppendChild($x.CreateTextNode($env:" + MESSAGE + ")) | Out-Null",
            "$a = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'",
            "$m::CreateToastNotifier($a).Show([Windows.UI.Notifications.ToastNotification]::new($x))");

    private final String system;
    private final Starter starter;
    private final AtomicBoolean failed = new AtomicBoolean();

    /** Starts processes. */
    @FunctionalInterface
    interface Starter {
        /** Starts a command with additions to the environment, and does not wait for its end. */
        void start(List<String> command, Map<String, String> environment) throws IOException;
    }

    DesktopNotes(String system, Starter starter) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.starter = starter;
    }

    /** The notifications of this system. */
    public static DesktopNotes ofThis() {
        return new DesktopNotes(System.getProperty("os.name"), DesktopNotes::start);
    }

    /** No notifications. */
    public static DesktopNotes none() {
        return new DesktopNotes("", (command, environment) -> {});
    }

    /** Shows a notification; starts a process, so not on the JavaFX thread. */
    void show(String title, String message) {
        if (failed.get()) {
            return;
        }
        try {
            starter.start(command(title, message), Map.of(TITLE, title, MESSAGE, message));
        } catch (IOException | RuntimeException e) {
            // A missing desktop service is not an error of this program.
            if (!failed.getAndSet(true)) {
                LOG.info("no notes on the desktop: {}", e.toString());
            }
        }
    }

    private List<String> command(String title, String message) {
        if (system.startsWith("windows")) {
            return List.of("powershell", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", TOAST);
        }
        if (system.startsWith("mac")) {
            String script = "display notification (item 2 of argv) with title (item 1 of argv)";
            return List.of("osascript", "-e", "on run argv", "-e", script, "-e", "end run", title, message);
        }
        return List.of("notify-send", "--app-name=Nara Workbench", "--", title, message);
    }

    private static void start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(late -> {
            process.destroyForcibly();
            return process;
        });
    }
}
