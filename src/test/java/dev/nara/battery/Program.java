package dev.nara.battery;

import dev.nara.TestServices;
import dev.nara.cli.NaraCommand;
import dev.nara.store.Services;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The command line, run within the test on a workspace. */
final class Program {
    private static final Services SERVICES = TestServices.on(Path.of("target"));

    private Program() {}

    /** What a command answered: its exit code, its result and what it said. */
    record Said(int code, String out, String err) {}

    /** Runs a command. Whatever it throws is thrown. */
    static Said run(Path workspace, String... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = NaraCommand.run(
                SERVICES.at(workspace),
                TestServices::bench,
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                arguments);
        return new Said(code, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }
}
