package dev.nara.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.search.running.RunningStudyTest;
import dev.nara.search.running.Studies;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose program is killed at random moments goes on with the same next setting and ends with the same choice. */
@Tag("process")
class KilledStudyTest {
    private static final int KILLS = Integer.getInteger("nara.kills", 2);

    @TempDir
    private Path folder;

    private StudySpec spec(Services services) throws DataException {
        RunSpec base = RunSpec.draft()
                .algorithm("mf")
                .split("leave-one-out")
                .metrics("NDCG@5")
                .epochs(60)
                .patience(60)
                .spec();
        return new StudyDraft(services, RunningStudyTest.data(), base)
                .space("learning_rate=0.01..0.5:log,negatives=1..4")
                .set(Map.of("factors", "8"))
                .sampler("random")
                .seeds(2)
                .budget(Budget.ofTrials(8))
                .spec();
    }

    private StudySnapshot run(RunStore store, long study) throws DataException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return new Studies(store)
                    .open(TestServices.on(folder), study, RunningStudyTest.data(), threads, new StudyListener() {})
                    .run();
        } finally {
            threads.shutdown();
        }
    }

    /** Begins or continues the study in a program of its own, which is killed after so many events and some time. */
    private void kill(Path workspace, long study, SplittableRandom random) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StudyProgram.class.getName(),
                        workspace.toString(),
                        Long.toString(study)))
                .redirectError(folder.resolve("messages.txt").toFile())
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            int events = 1 + random.nextInt(8);
            for (int n = 0; n < events && lines.readLine() != null; n++) {
                // It may be over before.
            }
            program.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void itGoesOnWithTheSameSettingsAndEndsWithTheSameChoice() throws Exception {
        StudySnapshot whole;
        try (RunStore store = RunStore.open(folder.resolve("whole"))) {
            whole = run(store, new Studies(store).create(spec(TestServices.on(folder))));
        }
        Path workspace = folder.resolve("killed");
        long study;
        try (RunStore store = RunStore.open(workspace)) {
            study = new Studies(store).create(spec(TestServices.on(folder)));
        }
        SplittableRandom random = new SplittableRandom(21);
        for (int n = 0; n < KILLS; n++) {
            kill(workspace, study, random);
        }
        StudySnapshot end;
        try (RunStore store = RunStore.open(workspace)) {
            StudySnapshot killed = new Studies(store).snapshot(study);
            assertTrue(killed.phase() == Phase.INTERRUPTED || killed.phase() == Phase.CHOSEN, "" + killed.phase());
            end = run(store, study);
        }

        assertEquals(
                whole.trials().stream().map(Trial::settings).toList(),
                end.trials().stream().map(Trial::settings).toList());
        assertEquals(
                whole.trials().stream().map(Trial::seedFigures).toList(),
                end.trials().stream().map(Trial::seedFigures).toList());
        assertEquals(whole.choice(), end.choice());
    }
}
