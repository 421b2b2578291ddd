package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.SystemCause;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point for {@code spark-submit --class dev.nara.spark.Main}: starts the jobs, with the same command lines as the program. */
@Command(name = "nara-spark", mixinStandardHelpOptions = true)
public final class Main {
    private static final int BAD_INPUT = 2;

    private Main() {}

    /** {@code score …}, {@code prepare …}, {@code tune …}, {@code train …}; exits with 0 on success. */
    public static void main(String[] arguments) {
        int code = run(new JobOutput(System.err, Locale.getDefault()), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(JobOutput output, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new ScoreCommand(output));
        line.addSubcommand(new PrepareCommand(output));
        ProgramCommand.NAMES.forEach(name -> line.addSubcommand(name, new ProgramCommand(name, output.locale())));
        line.setResourceBundle(Words.bundle(output.locale()));
        line.getSubcommands().values().forEach(command -> command.setResourceBundle(Words.bundle(output.locale())));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, output));
        if (arguments.length == 0) {
            line.usage(System.err);
            return BAD_INPUT;
        }
        return line.execute(arguments);
    }

    /** The first error in the chain that is Spark's own, such as an invalid row; otherwise the last one. */
    private static Throwable cause(Throwable e) {
        return e instanceof SparkThrowable || e.getCause() == null ? e : cause(e.getCause());
    }

    /** Prints a message for errors that the user can correct; all others are left to Spark's log. */
    static int explain(Exception e, JobOutput output) throws Exception {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                output.line(refused.message(output.locale()));
                return BAD_INPUT;
            }
            if (cause instanceof DataException wrong && Objects.nonNull(wrong.problem())) {
                output.line(wrong.message(output.locale()));
                return BAD_INPUT;
            }
        }
        if (cause(e) instanceof SparkThrowable) {
            Locale locale = output.locale();
            SystemCause.of(e)
                    .ifPresent(system -> output.line(
                            system.problem().in(locale) + " " + system.remedy().in(locale)));
            output.line(
                    String.valueOf(cause(e).getMessage()).lines().findFirst().orElse(""));
            return BAD_INPUT;
        }
        throw e;
    }
}
