package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.search.running.Studies;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.SparkSubmit;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A study run by a Spark program, so that a cluster trains its trials; results appear in the workspace as they happen. */
final class SearchOnCluster {
    private static final long LOOK_MILLIS = 500;
    private static final int LONGEST = 300;
    /** Lines of Spark's own log start with the time. */
    private static final Pattern OF_SPARK = Pattern.compile("\\d\\d/\\d\\d/\\d\\d \\d\\d:");

    private final Studies studies;
    private final long study;
    private final Path log;
    private final Process process;
    private volatile boolean left;

    private SearchOnCluster(Studies studies, long study, Path log, Process process) {
        this.studies = studies;
        this.study = study;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the Spark program.
     *
     * @param master the cluster's address
     * @param workspace the workspace of the study
     * @param logs the folder for the output of Spark
     */
    static SearchOnCluster begin(
            SparkSubmit spark, String master, Path workspace, Path logs, Studies studies, long study)
            throws DataException {
        // Studies of different workspaces may have the same number.
        Path log = logs.resolve("spark-" + Integer.toHexString(workspace.hashCode()) + "-" + study + ".log");
        List<String> line = spark.line(
                master,
                List.of(
                        "tune",
                        "continue",
                        "--as-it-stands",
                        "--study",
                        Long.toString(study),
                        "--workspace",
                        workspace.toString()));
        try {
            PrivateFiles.createFolder(logs);
            Files.deleteIfExists(log);
            PrivateFiles.create(log);
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // If this program is stopped, the Spark program is stopped, too.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new SearchOnCluster(studies, study, log, process);
        } catch (IOException e) {
            throw new DataException(
                    log,
                    Text.of("on.not.started", String.valueOf(e.getMessage())),
                    Text.of("on.no.spark.remedy", SparkSubmit.SPARK));
        }
    }

    /**
     * Waits until the Spark program ends.
     *
     * @param live gets the state of the study twice a second
     * @throws DataException if it ended although the study is not finished, and {@link #leave} was not called
     */
    void await(Consumer<StudySnapshot> live) throws DataException {
        try {
            do {
                live.accept(snapshot());
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            leave();
            Thread.currentThread().interrupt();
            return;
        } finally {
            if (process.isAlive()) {
                // Also after a failure to read the study's state.
                leave();
            }
        }
        StudySnapshot last = studies.snapshot(study);
        live.accept(last);
        if (!left && !last.phase().ended() && last.phase() != Phase.PAUSED) {
            throw new DataException(
                    log, Text.of("on.ended", process.exitValue(), lastLine()), Text.of("on.ended.remedy"));
        }
    }

    /** The state of the study. It counts as interrupted until the Spark program has taken it up, which is shown as searching. */
    private StudySnapshot snapshot() throws DataException {
        StudySnapshot now = studies.snapshot(study);
        return now.phase() == Phase.INTERRUPTED ? now.in(Phase.SEARCHING) : now;
    }

    /** Ends the Spark program; the study can be resumed later after its finished epochs. */
    void leave() {
        left = true;
        process.destroy();
    }

    /** The last line of the output, without Spark's own log. */
    private String lastLine() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !OF_SPARK.matcher(line).lookingAt())
                    .toList();
            String line = lines.isEmpty() ? "–" : lines.get(lines.size() - 1).strip();
            return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
