package dev.nara;

import dev.nara.cli.NaraCommand;
import dev.nara.cli.SampleExperiment;
import dev.nara.cli.WindowOptions;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import dev.nara.text.Neutral;
import dev.nara.text.Text;
import dev.nara.ui.shell.StartOptions;
import dev.nara.ui.shell.WindowStart;
import java.util.Locale;
import java.util.Optional;

/**
 * Starts the program: with a command the command line, without one the window, and without a display the sample
 * experiment in the terminal. Does not extend Application.
 */
public final class Main {
    private Main() {}

    /** See the README for the commands. */
    public static void main(String[] arguments) {
        Locale locale = Locale.getDefault();
        // AWT only paints charts into memory; the window is JavaFX's. So it must never look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        Home home = home(locale);
        Services services = Wiring.services(home);
        Optional<WindowOptions> wanted = WindowOptions.of(arguments);
        if (wanted.isEmpty()) {
            System.exit(NaraCommand.run(services, () -> Wiring.bench(home), System.out, System.err, locale, arguments));
        } else if (WindowStart.hasDisplay()) {
            System.exit(window(services, home, locale, wanted.get()));
        } else if (arguments.length > 0) {
            System.err.println(Text.of("start.no.display.window").in(locale));
            System.exit(ExitCode.FAILED);
        } else {
            System.err.println(Text.of("start.no.display").in(locale));
            System.exit(SampleExperiment.run(services, () -> Wiring.bench(home), System.out, System.err, locale));
        }
    }

    /** The user's folder, ready for use; ends the program where there can be none. */
    private static Home home(Locale locale) {
        try {
            Home home = Home.ofEnvironment();
            System.setProperty("nara.logs", home.logs().toString());
            System.setProperty("nara.drivers", home.drivers().toString());
            home.prepare();
            // What SQLite, JNA and JavaFX unpack goes here, not into a folder that all users share or that may be full.
            System.setProperty("java.io.tmpdir", home.temporary().toString());
            System.setProperty("org.sqlite.tmpdir", home.temporary().toString());
            System.setProperty("jna.tmpdir", home.temporary().toString());
            System.setProperty(
                    "javafx.cachedir", home.engines().resolve("javafx").toString());
            return home;
        } catch (DataException e) {
            System.err.println(Neutral.line(e.message(locale)));
            System.exit(ExitCode.BAD_INPUT);
            throw new IllegalStateException(e);
        }
    }

    private static int window(Services services, Home home, Locale locale, WindowOptions wanted) {
        try {
            StartOptions options = new StartOptions(wanted.workspace(), wanted.data());
            Optional<Text> problem = WindowStart.open(services, Wiring.surroundings(home), options);
            problem.ifPresent(text -> System.err.println(Neutral.line(text.in(locale))));
            return problem.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (DataException e) {
            System.err.println(Neutral.line(e.message(locale)));
            return ExitCode.BAD_INPUT;
        }
    }
}
