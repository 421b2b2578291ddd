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

/** A study that Spark's own program goes on with, so that a cluster trains its trials; what comes of it is in the workspace as it happens. */
final class SearchOnCluster {
    private static final long LOOK_MILLIS = 500;
    private static final int LONGEST = 300;
    /** A line of Spark's log begins with the time. */
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
     * Begins it.
     *
     * @param master the cluster's address
     * @param workspace in which the study is
     * @param logs the folder for what Spark says
     */
    static SearchOnCluster begin(
            SparkSubmit spark, String master, Path workspace, Path logs, Studies studies, long study)
            throws DataException {
        // Studies of two workspaces can have one number.
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
            // Who stops this program stops what it has handed on.
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
     * Waits until Spark's program ends.
     *
     * @param live gets how the study stands, twice a second
     * @throws DataException where it ended although there is more to do, and nobody had left it
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
                // Also where it cannot be said any more how the study stands.
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

    /** How it stands; until Spark's program has come to it, nobody has left it either. */
    private StudySnapshot snapshot() throws DataException {
        StudySnapshot now = studies.snapshot(study);
        return now.phase() == Phase.INTERRUPTED ? now.in(Phase.SEARCHING) : now;
    }

    /** Ends Spark's program; the study goes on another time, after the epochs that are finished. */
    void leave() {
        left = true;
        process.destroy();
    }

    /** Of what was said, without Spark's own log. */
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
