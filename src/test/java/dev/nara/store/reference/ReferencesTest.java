package dev.nara.store.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
    /** Each of four users comes back to an item of its own, after a view of the one that all have. */
    private static final Dataset REPEATS = Toy.of(4, 5, rows(4));

    private static long[][] rows(int common) {
        long[][] rows = new long[40][];
        for (int n = 0; n < rows.length; n++) {
            int user = n / 10;
            rows[n] = new long[] {user, n % 10 == 1 ? common : user, n % 10};
        }
        return rows;
    }

    @TempDir
    private Path folder;

    private Services services;
    private RunStore store;
    private References references;

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        store = RunStore.open(folder.resolve("workspace"));
        references = new References(services.algorithms(), store);
    }

    @AfterEach
    void close() throws DataException {
        store.close();
    }

    private static RunSpec spec(String algorithm, String metrics) {
        return RunSpec.draft()
                .data("toy")
                .format("toy")
                .split("ratio:0.8")
                .candidates("all:kept")
                .algorithm(algorithm)
                .epochs(1)
                .metrics(metrics)
                .spec();
    }

    private StoredRun trained(RunSpec spec, Dataset dataset, RunListener beside) throws DataException {
        PreparedRun preparedRun = services.prepare(spec, dataset);
        long id = store.create(preparedRun.spec(), RunState.QUEUED, "");
        store.runner(
                        id,
                        preparedRun,
                        event -> {
                            beside.event(event);
                            if (event instanceof RunEvent.Started) {
                                train(id, preparedRun);
                            }
                        },
                        new RunControl())
                .run();
        return store.find(Long.toString(id));
    }

    private int news;

    private void train(long id, PreparedRun preparedRun) {
        try {
            references.train(id, preparedRun, new RunControl(), () -> news++);
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredRun trained(RunSpec spec, Dataset dataset) throws DataException {
        return trained(spec, dataset, event -> {});
    }

    private static List<String> names(List<Reference> some) {
        return some.stream().map(Reference::algorithm).toList();
    }

    @Test
    void eachIsTrainedOnceForAllRunsOfOneProtocol() throws DataException {
        StoredRun first = trained(spec("popularity", "HR@1"), REPEATS);
        assertEquals(3, news);
        List<Reference> known = references.of(first);
        assertEquals(List.of("own-watched", "item-knn", "ease"), names(known));
        assertEquals(Map.of("HR@1", 1.0), known.get(0).validation(), "it finds what users come back to");
        assertEquals(Map.of("HR@1", 1.0), known.get(0).test());
        StoredRun second = trained(spec("group-popularity", "HR@1"), REPEATS);
        assertEquals(3, news, "nothing was left to be trained");
        assertEquals(known, references.of(second));
    }

    @Test
    void figuresOfAnotherProtocolAreNotTaken() throws DataException {
        trained(spec("popularity", "HR@1"), REPEATS);
        PreparedRun others = services.prepare(spec("popularity", "HR@2"), REPEATS);
        long id = store.create(others.spec(), RunState.QUEUED, "");
        StoredRun run = store.find(Long.toString(id));
        assertEquals(List.of(), references.of(run), "its split is not stored yet");
        store.runner(id, others, event -> {}, new RunControl()).run();
        assertEquals(List.of(), references.of(run), "the first run's have other metrics");
        train(id, others);
        assertEquals(List.of("own-watched", "item-knn", "ease"), names(references.of(run)));
        assertEquals(6, news);
    }

    /** Every user has an item twice, but what was seen is left out of lists. */
    @Test
    void whatOnlyRepeatsIsNoReferenceWhereSeenItemsAreLeftOut() throws DataException {
        long[][] rows = IntStream.range(0, 24)
                .mapToObj(n -> new long[] {n / 6, (n / 6 + Math.max(0, n % 6 - 1)) % 6, n % 6})
                .toArray(long[][]::new);
        RunSpec masked =
                spec("popularity", "HR@1").change().candidates("all:masked").spec();
        assertEquals(List.of("item-knn", "ease"), names(references.of(trained(masked, Toy.of(4, 6, rows)))));
    }

    @Test
    void figuresOfOtherRowsAreNotTaken() throws DataException {
        trained(spec("popularity", "HR@1"), REPEATS);
        StoredRun other = trained(spec("popularity", "HR@1"), Toy.of(4, 5, rows(3)));
        assertEquals(6, news);
        assertEquals(3, references.of(other).size());
    }

    @Test
    void aStoredRunOfUsualSettingsIsAReference() throws DataException {
        PreparedRun preparedRun = services.prepare(spec("ease", "HR@1"), REPEATS);
        long id = store.create(preparedRun.spec().withSeed(5), RunState.QUEUED, "");
        store.runner(id, preparedRun, event -> {}, new RunControl()).run();
        StoredRun ease = store.find(Long.toString(id));
        assertEquals(List.of(), names(references.of(ease)), "not one of itself");
        StoredRun second = trained(spec("popularity", "HR@1"), REPEATS);
        assertEquals(2, news, "own-watched and item-knn");
        assertEquals(
                ease.tested().orElseThrow().metrics(),
                references.of(second).get(2).test());
    }

    @Test
    void aRunIsNoReferenceOfItself() throws DataException {
        StoredRun usual = trained(spec("ease", "HR@1"), REPEATS);
        assertEquals(2, news, "own-watched and item-knn; ease is the run");
        assertEquals(List.of("own-watched", "item-knn"), names(references.of(usual)));
        RunSpec other =
                spec("ease", "HR@1").change().values(Map.of("lambda", "7")).spec();
        assertEquals(List.of("own-watched", "item-knn", "ease"), names(references.of(trained(other, REPEATS))));
    }

    @Test
    void whereNobodyComesBackTheRuleOfRepeatsSaysNothing() throws DataException {
        long[][] rows = new long[20][];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = new long[] {n / 10, n, n % 10};
        }
        Dataset once = Toy.of(2, 20, rows);
        assertEquals(List.of("item-knn", "ease"), names(references.of(trained(spec("popularity", "HR@1"), once))));
    }

    @Test
    void theEndOfTheProgramEndsThem() throws DataException {
        PreparedRun preparedRun = services.prepare(spec("popularity", "HR@1"), REPEATS);
        long id = store.create(preparedRun.spec(), RunState.QUEUED, "");
        store.runner(id, preparedRun, event -> {}, new RunControl()).run();
        RunControl control = new RunControl();
        control.cancel();
        assertThrows(CancellationException.class, () -> references.train(id, preparedRun, control, () -> news++));
        assertEquals(List.of(), references.of(store.find(Long.toString(id))));
    }
}
