package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Recommender;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.explain.Recommendations;
import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What watching children costs a training on the data that {@code -Dnara.full} names, and what opening one takes. */
@EnabledIfSystemProperty(named = "nara.full", matches = ".+")
@Tag("scale")
class WatchedUsersCostTest {
    private static final int REPEATS = 9;

    @TempDir
    private Path folder;

    @Test
    void watchedChildren() throws Exception {
        Services services = TestServices.on(folder);
        Prepared data = services.open(Path.of(System.getProperty("nara.full")), Recipe.USUAL, Progress.NONE);
        Map<String, String> service = services.algorithms().algorithm("neumf").presets().stream()
                .filter(preset -> preset.name().equals("service"))
                .map(Preset::settings)
                .findFirst()
                .orElseThrow();
        RunSpec spec = RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .values(service)
                .epochs(2)
                .engine("vector")
                .recipe(data.recipe())
                .spec();
        PreparedRun preparedRun = services.prepare(spec, data.dataset());
        try (Fitting fitting = preparedRun.start()) {
            fitting.epoch(EpochProgress.NONE);
            long start = System.nanoTime();
            fitting.epoch(EpochProgress.NONE);
            double epoch = (System.nanoTime() - start) / 1e9;
            Recommender recommender = fitting.recommender();
            start = System.nanoTime();
            preparedRun.evaluator().evaluate(recommender, (done, total) -> {});
            double evaluation = (System.nanoTime() - start) / 1e9;
            int[] watched = new WatchedUsers(folder).of(preparedRun);
            RunEvent.EpochDone done = new RunEvent.EpochDone("train", 1, 0.1, 1, 1, 1, Map.of(), true, Map.of());
            double watching = median(() ->
                    WatchedListLog.add(folder.resolve("canaries.jsonl"), preparedRun, watched, done, recommender));
            Recommendations lists = new Recommendations(recommender, preparedRun);
            int[] user = {0};
            double opening = median(() -> {
                user[0] += 37;
                assertEquals(25, lists.top(user[0], 25).size());
            });
            System.out.printf(
                    Locale.ROOT,
                    "an epoch %.1f s, its evaluation %.1f s; %d watched children %.3f s, %.2f %% of both; one list"
                            + " %.1f ms%n",
                    epoch,
                    evaluation,
                    watched.length,
                    watching,
                    100 * watching / (epoch + evaluation),
                    1000 * opening);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double median(Work work) throws Exception {
        double[] seconds = new double[REPEATS];
        for (int n = 0; n < REPEATS; n++) {
            long start = System.nanoTime();
            work.run();
            seconds[n] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[REPEATS / 2];
    }
}
