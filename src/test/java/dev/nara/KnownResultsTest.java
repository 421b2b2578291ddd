package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What is published of MovieLens-1M in the split of He et al. 2017, whose files lie in the folder {@code -Dnara.ml1m} names;
 * they may not come with the program.
 */
@EnabledIfSystemProperty(named = "nara.ml1m", matches = ".+")
@Tag("scale")
class KnownResultsTest {
    private static Map<String, Double> best(String algorithm, Map<String, String> values, int epochs)
            throws DataException {
        Services services = TestServices.on(Path.of("target", "known-results"));
        Prepared data = services.open(Path.of(System.getProperty("nara.ml1m")), Recipe.USUAL, Progress.NONE);
        PreparedRun preparedRun = services.prepare(
                RunSpec.draft()
                        .data("ml-1m")
                        .format("ncf")
                        .split("given")
                        .candidates("given")
                        // As published: with all other rows to learn from, the best epoch on the test part.
                        .validation(RunSettings.ON_TEST)
                        .algorithm(algorithm)
                        .values(values)
                        .epochs(epochs)
                        .metrics("HR@10,NDCG@10")
                        .spec(),
                data.dataset());
        List<RunEvent.EpochDone> done = new ArrayList<>();
        new Runner(
                        preparedRun,
                        event -> {
                            if (event instanceof RunEvent.EpochDone epoch && epoch.best()) {
                                done.add(epoch);
                            }
                        },
                        new RunControl())
                .run();
        return done.get(done.size() - 1).metrics();
    }

    private static double figure(Map<String, Double> metrics, String name) {
        return metrics.getOrDefault(name, Double.NaN);
    }

    @Test
    void ease() throws DataException {
        Map<String, Double> metrics = best("ease", Map.of("lambda", "1320"), 1);
        assertEquals(0.7192, figure(metrics, "HR@10"), 5e-5);
        assertEquals(0.4494, figure(metrics, "NDCG@10"), 5e-5);
    }

    /** Published as .4533 / .2542 with ties in the model's favour. */
    @Test
    void popularity() throws DataException {
        Map<String, Double> metrics = best("popularity", Map.of(), 1);
        assertEquals(0.4533, figure(metrics, "HR@10"), 3e-4);
        assertEquals(0.2542, figure(metrics, "NDCG@10"), 3e-4);
    }

    @Test
    void ials() throws DataException {
        Map<String, Double> metrics = best("ials", Map.of("factors", "64"), 16);
        assertTrue(figure(metrics, "HR@10") >= 0.720, metrics.toString());
        assertTrue(figure(metrics, "NDCG@10") >= 0.440, metrics.toString());
    }

    /** The dot product of Rendle et al. 2020, published as .7294 / .4523; four minutes of one core. */
    @Test
    void mf() throws DataException {
        Map<String, Double> metrics = best("mf", Map.of("factors", "192", "learning_rate", "0.002"), 127);
        assertTrue(figure(metrics, "HR@10") >= 0.728, metrics.toString());
        assertTrue(figure(metrics, "NDCG@10") >= 0.450, metrics.toString());
    }
}
