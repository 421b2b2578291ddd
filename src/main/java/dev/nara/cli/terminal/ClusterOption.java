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

/** A command that a Spark cluster carries out: Spark's own program is given the command as it stands. */
public final class ClusterOption {
    private static final String NAME = "--on";

    @Option(names = NAME, paramLabel = "MASTER", descriptionKey = "cli.on", scope = ScopeType.INHERIT)
    private String master = "";

    /** Whether a cluster is named. */
    public boolean given() {
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
    public int submit(List<String> arguments, Map<String, String> environment, Path home)
            throws DataException, IOException {
        List<String> line = SparkSubmit.installed(environment, home).line(master, without(arguments));
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
