package dev.nara.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The appearance that the system asks of programs, as far as known.
 *
 * @param dark whether light on dark
 * @param still whether animations are off
 */
public record SystemLook(boolean dark, boolean still) {
    /** The system states nothing. */
    public static final SystemLook UNKNOWN = new SystemLook(false, false);

    private static final long PATIENCE_SECONDS = 1;

    /** Asks this system by running its own tools; takes a moment. */
    public static SystemLook ofThis() {
        return of(System.getProperty("os.name"), SystemLook::answer);
    }

    /** {@code answers} returns the output of a command, "" if it cannot be run. */
    static SystemLook of(String system, Function<List<String>, String> answers) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new SystemLook(
                    isZero(answers.apply(registry(
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "AppsUseLightTheme"))),
                    isZero(answers.apply(registry("HKCU\\Control Panel\\Desktop\\WindowMetrics", "MinAnimate"))));
        }
        if (name.startsWith("mac")) {
            return new SystemLook(
                    answers.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                            .contains("Dark"),
                    answers.apply(List.of("defaults", "read", "com.apple.universalaccess", "reduceMotion"))
                            .strip()
                            .equals("1"));
        }
        return new SystemLook(
                answers.apply(desktop("color-scheme")).contains("dark"),
                answers.apply(desktop("enable-animations")).strip().equals("false"));
    }

    private static List<String> desktop(String key) {
        return List.of("gsettings", "get", "org.gnome.desktop.interface", key);
    }

    private static List<String> registry(String key, String value) {
        return List.of("reg", "query", key, "/v", value);
    }

    /** In the registry tool's output, the last word is the value. */
    private static boolean isZero(String said) {
        return said.strip().matches("(?s).*\\s0(x0)?");
    }

    private static String answer(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return process.exitValue() == 0
                    ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
