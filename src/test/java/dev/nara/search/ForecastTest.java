package dev.nara.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
    private static final Dataset DATA = Toy.twoTastes(60, 40, 9);

    @TempDir
    private Path folder;

    private Services services;
    private RunStore store;

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        store = RunStore.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private PreparedRun preparedRun(String algorithm, Map<String, String> values) throws DataException {
        return services.prepare(
                RunSpec.draft()
                        .data("toy")
                        .format("toy")
                        .split("leave-one-out")
                        .candidates("sampled:15")
                        .algorithm(algorithm)
                        .values(values)
                        .epochs(10)
                        .metrics("HR@5")
                        .spec(),
                DATA);
    }

    /** A run of three epochs, of 2, 3 and 9 s, each evaluated in 1 s. */
    private void trained(String algorithm, Map<String, String> values) throws DataException {
        RunListener recorder =
                store.recorder(store.create(preparedRun(algorithm, values).spec()));
        for (double seconds : new double[] {2, 3, 9}) {
            recorder.event(
                    new RunEvent.EpochDone("train", 1, 0.5, seconds, 10, 1, Map.of("HR@5", 0.5), true, Map.of()));
        }
    }

    @Test
    void nothingIsReportedBeforeTheFirstRunOfItsKind() throws DataException {
        trained("mf", Map.of());
        Forecast forecast = Forecast.of(preparedRun("bpr", Map.of()), store);
        assertEquals(OptionalDouble.empty(), forecast.seconds());
        assertEquals(100 * 64, forecast.cost().orElseThrow().parameters(), "60 users and 40 items of 64 factors");
    }

    @Test
    void theSameSettingsTakeTheSameTime() throws DataException {
        trained("mf", Map.of());
        Forecast forecast = Forecast.of(preparedRun("mf", Map.of()), store);
        assertTrue(forecast.exact());
        assertEquals(4, forecast.epochSeconds().orElseThrow(), 1e-9, "the median epoch and its evaluation");
        assertEquals(40, forecast.seconds().orElseThrow(), 1e-9);
    }

    @Test
    void otherSettingsTakeTimeByTheirWork() throws DataException {
        trained("mf", Map.of("factors", "64"));
        Forecast forecast = Forecast.of(preparedRun("mf", Map.of("factors", "128", "negatives", "17")), store);
        assertFalse(forecast.exact());
        assertEquals(1, forecast.from());
        assertEquals(
                3 * 2 * 2 + 1,
                forecast.epochSeconds().orElseThrow(),
                1e-9,
                "twice the factors, 18 in place of 9 examples");
    }

    /** Asked for ten epochs, it was done after one. */
    @Test
    void whatIsLearntAtOnceTakesOneEpoch() throws DataException {
        RunSpec spec = preparedRun("ease", Map.of()).spec();
        RunListener recorder = store.recorder(store.create(spec));
        recorder.event(new RunEvent.Started(
                "ease", 60, 40, 480, 1600, 10, "leave-one-out", "sampled:15", 60, Map.of(), "leave-one-out", "toy"));
        recorder.event(new RunEvent.EpochDone("train", 1, 0, 2, 10, 1, Map.of("HR@5", 0.5), true, Map.of()));
        Forecast stillTraining = Forecast.of(preparedRun("ease", Map.of()), store);
        assertEquals(30, stillTraining.seconds().orElseThrow(), 1e-9, "there may be more");
        recorder.event(new RunEvent.Finished(1, Map.of("HR@5", 0.5), 3, false));
        Forecast forecast = Forecast.of(preparedRun("ease", Map.of()), store);
        assertEquals(3, forecast.seconds().orElseThrow(), 1e-9);
    }

    @Test
    void whatDoesNotKnowItsWorkTakesAsLongAsBefore() throws DataException {
        trained("item-knn", Map.of("neighbours", "20"));
        Forecast forecast = Forecast.of(preparedRun("item-knn", Map.of("neighbours", "50")), store);
        assertFalse(forecast.exact());
        assertEquals(4, forecast.epochSeconds().orElseThrow(), 1e-9);
    }
}
