package dev.nara.cli;

import dev.nara.bench.Bench;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.store.Services;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** The main workflow on the bundled sample, in the terminal: profile, training, submission, check. */
public final class SampleExperiment {
    private SampleExperiment() {}

    /** Runs it and returns the exit code of the first step that fails, else 0. */
    public static int run(Services services, Supplier<Bench> bench, PrintStream out, PrintStream err, Locale locale) {
        String submission = services.workspace().resolve("submission.csv").toString();
        String[][] steps = {
            {"data"},
            {"train", "--preset", "fast", "--epochs", "12"},
            {"submit", "--run", "latest", "--out", submission},
            {"check", "--submission", submission}
        };
        for (String[] step : steps) {
            err.println();
            err.println("$ nara " + String.join(" ", step));
            int code = NaraCommand.run(services, bench, out, err, locale, step);
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        return ExitCode.DONE;
    }
}
