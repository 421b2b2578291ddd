package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** A command that a Spark cluster carries out: Spark's own program is given the command as it stands. */
final class ClusterOption {
    /** Where the jar of the jobs is, if not in the user's folder. */
    static final String JAR = "NARA_SPARK_JAR";

    static final String SPARK = "SPARK_HOME";
    private static final String NAME = "--on";

    @Option(names = NAME, paramLabel = "MASTER", descriptionKey = "cli.on", scope = ScopeType.INHERIT)
    private String master = "";

    /** Whether a cluster is named. */
    boolean given() {
        return !master.isEmpty();
    }

    /**
     * Carries out a command there and shows what it says.
     *
     * @param arguments the whole command line
     * @param environment where Spark and the jar are
     * @param home the user's folder
     * @return the exit code
     */
    int submit(List<String> arguments, Map<String, String> environment, Path home) throws DataException, IOException {
        String spark = environment.getOrDefault(SPARK, "");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path program = Path.of(spark, "bin", windows ? "spark-submit.cmd" : "spark-submit");
        if (spark.isEmpty() || !Files.isRegularFile(program)) {
            throw new DataException(
                    spark.isEmpty() ? Text.of("on.no.spark", SPARK) : Text.of("on.no.spark.there", program, SPARK),
                    Text.of("on.no.spark.remedy", SPARK));
        }
        String named = environment.getOrDefault(JAR, "");
        Path jar = named.isEmpty() ? home.resolve("nara-spark.jar") : Path.of(named);
        if (!Files.isRegularFile(jar)) {
            throw new DataException(jar, Text.of("on.no.jar"), Text.of("on.no.jar.remedy", JAR));
        }
        List<String> line = new ArrayList<>(
                List.of(program.toString(), "--master", master, "--class", "dev.nara.spark.Main", jar.toString()));
        line.addAll(without(arguments));
        Process process = new ProcessBuilder(line).inheritIO().start();
        // Who stops this program stops what it has handed on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** The command line as it would be on the cluster itself. */
    private static List<String> without(List<String> arguments) {
        List<String> left = new ArrayList<>();
        for (int a = 0; a < arguments.size(); a++) {
            if (arguments.get(a).equals(NAME)) {
                a++;
            } else if (!arguments.get(a).startsWith(NAME + "=")) {
                left.add(arguments.get(a));
            }
        }
        return left;
    }
}
