package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.store.SparkSubmit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that has a Spark cluster execute a command: {@code spark-submit} gets the same command line without this option. */
public final class ClusterOption {
    private static final String NAME = "--on";

    @Option(names = NAME, paramLabel = "MASTER", descriptionKey = "cli.on", scope = ScopeType.INHERIT)
    private String master = "";

    /** Whether a cluster is given. */
    public boolean given() {
        return !master.isEmpty();
    }

    /**
     * Executes a command on the cluster and shows its output.
     *
     * @param arguments the whole command line
     * @param environment variables with the paths of Spark and the jar
     * @param home the user's folder
     * @return the exit code
     */
    public int submit(List<String> arguments, Map<String, String> environment, Path home)
            throws DataException, IOException {
        List<String> line = SparkSubmit.installed(environment, home).line(master, without(arguments));
        Process process = new ProcessBuilder(line).inheritIO().start();
        // Stopping this process also stops spark-submit.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** The command line without the option for the cluster. */
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
