package dev.nara.ui.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.search.running.Studies;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.RunStore;
import dev.nara.store.SparkSubmit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs in Spark's place. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
class SearchOnClusterTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunStore store;

    @BeforeEach
    void open() throws Exception {
        store = RunStore.open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    /** Begins the only study by a shell script. */
    private SearchOnCluster begun(String script) throws Exception {
        Path program = folder.resolve("bin/spark-submit");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + script);
        assertTrue(program.toFile().setExecutable(true));
        Path jar = Files.createFile(folder.resolve("nara-spark.jar"));
        SparkSubmit spark = SparkSubmit.installed(
                Map.of("SPARK_HOME", folder.toString(), "NARA_SPARK_JAR", jar.toString()), folder);
        Studies studies = new Studies(store);
        long study = studies.create(TuneSnapshots.spec());
        return SearchOnCluster.begin(
                spark, "spark://first:7077", store.workspace(), folder.resolve("logs"), studies, study);
    }

    @Test
    void sparkGoesOnWithTheStudyAndItsLastLineIsReported() throws Exception {
        SearchOnCluster search = begun("printf '%s\\n' \"$@\" > '" + folder.resolve("given")
                + "'\n"
                + "echo 'Connecting to master'\n"
                + "echo 'no such master' >&2\n"
                + "echo '26/11/30 14:14:27 INFO SparkContext: stopped'\n"
                + "exit 3\n");
        List<StudySnapshot> seen = new ArrayList<>();
        DataException failed = assertThrows(DataException.class, () -> search.await(seen::add));
        Path log = folder.resolve(
                "logs/spark-" + Integer.toHexString(store.workspace().hashCode()) + "-1.log");
        assertEquals(
                log
                        + ": Spark ended with code 3 before the search was done; its last line was “no such master”."
                        + " The output of Spark is in this file. Once the cause is fixed, continue the search, here or"
                        + " on the cluster.",
                failed.message(Locale.ENGLISH));
        assertEquals(
                List.of(
                        "--master",
                        "spark://first:7077",
                        "--class",
                        "dev.nara.spark.Main",
                        folder.resolve("nara-spark.jar").toString(),
                        "tune",
                        "continue",
                        "--as-it-stands",
                        "--study",
                        "1",
                        "--workspace",
                        store.workspace().toString()),
                Files.readAllLines(folder.resolve("given")));
        assertEquals(
                List.of("Connecting to master", "no such master", "26/11/30 14:14:27 INFO SparkContext: stopped"),
                Files.readAllLines(log));
        assertFalse(PrivateFiles.isOpen(log), "nobody else reads what Spark said");
        assertTrue(seen.size() >= 1, "how it stands is told at the end, too");
    }

    @Test
    void sparkDoesNotGoOnWhereItCannotBeSaidHow() throws Exception {
        SearchOnCluster search = begun("exec sleep 600\n");
        assertThrows(
                IllegalStateException.class,
                () -> search.await(snapshot -> {
                    throw new IllegalStateException("the window is gone");
                }));
        search.await(snapshot -> {});
    }

    @Test
    void whatIsLeftEndsAtOnceWithoutAnError() throws Exception {
        SearchOnCluster search = begun("exec sleep 600\n");
        List<StudySnapshot> seen = new CopyOnWriteArrayList<>();
        search.await(snapshot -> {
            seen.add(snapshot);
            search.leave();
        });
        assertTrue(seen.size() >= 2, "while it goes on, and at the end");
    }
}
