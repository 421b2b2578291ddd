package dev.nara;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is left within any epoch and resumed ends with the very numbers of one that was not. */
class ResumeTest {
    private static final int BATCHES_AT_MOST = 9;

    @TempDir
    private Path folder;

    private RunStore store;
    private Services services;

    private PreparedRun preparedRun(String algorithm, String engine, String optimizer) throws DataException {
        Map<String, String> values = new HashMap<>();
        if (engine.isEmpty()) {
            return preparedRun(algorithm, values, "auto");
        }
        values.put("batch_size", "64");
        values.put("optimizer", optimizer);
        values.put("learning_rate_decay", "0.9");
        values.put("average_from", "2");
        if (!algorithm.equals("gmf")) {
            values.put("features", "user.sex:2, user.age:scaled");
            values.put("dropout", "0.2");
        }
        if (engine.equals("torch") && algorithm.equals("mlp") && optimizer.equals("sgd")) {
            values.put("precision", "bfloat16");
        }
        if (algorithm.equals("neumf")) {
            values.put("pretrain_epochs", "3");
        }
        return preparedRun(algorithm, values, engine);
    }

    private PreparedRun preparedRun(String algorithm, Map<String, String> values, String engine) throws DataException {
        Dataset data = Toy.twoTastes(40, 60, 12);
        RunSpec spec = RunSpec.draft()
                .data("toy")
                .format("toy")
                .fingerprint(data.fingerprint())
                .split("leave-one-out")
                .candidates("sampled:15")
                .algorithm(algorithm)
                .values(values)
                .epochs(4)
                .seed(5)
                .engine(engine)
                .device("cpu")
                .metrics("HR@5")
                .spec();
        return services.prepare(spec, data);
    }

    private record Outcome(List<Map<String, Double>> metrics, Weights best, List<RunEvent> tested, Weights users) {}

    private Outcome outcome(long run) throws DataException, IOException {
        List<Map<String, Double>> metrics = new ArrayList<>();
        List<RunEvent> tested = new ArrayList<>();
        for (RunEvent event : store.events(run)) {
            if (event instanceof RunEvent.EpochDone epoch) {
                metrics.add(epoch.metrics());
            } else if (event instanceof RunEvent.Tested) {
                tested.add(event);
            }
        }
        return new Outcome(
                metrics,
                Safetensors.read(TestModels.weightsFile(store, run)),
                tested,
                Safetensors.read(TestModels.userFiguresFile(store, run)));
    }

    @ParameterizedTest
    @CsvSource({
        "neumf, vector, adam",
        "neumf, vector, sgd",
        "gmf, vector, adam",
        "mlp, vector, adam",
        "neumf, mxnet, adam",
        "gmf, mxnet, sgd",
        "mlp, mxnet, adam",
        "neumf, torch, adam",
        "gmf, torch, sgd",
        "mlp, torch, adam",
        "mlp, torch, sgd",
        "ials, '', ''",
        "bpr, '', ''",
        "mf, '', ''",
        "lightgcn, '', ''",
        "ease, '', ''"
    })
    void endsAsIfItHadNeverBeenLeft(String algorithm, String engine, String optimizer) throws Exception {
        services = TestServices.on(folder);
        Algorithm chosen = services.algorithms().algorithm(algorithm);
        assumeTrue(chosen.engines().stream()
                .filter(e -> e.id().equals(engine))
                .map(Engine::unavailable)
                .allMatch(Optional::isEmpty));
        store = RunStore.open(folder);
        PreparedRun preparedRun = preparedRun(algorithm, engine, optimizer);
        long whole = store.create(preparedRun.spec(), RunState.QUEUED, "");
        store.runner(whole, preparedRun, event -> {}, new RunControl()).run();
        long broken = store.create(preparedRun.spec(), RunState.QUEUED, "");
        RunEvent end;
        int lives = 0;
        do {
            AtomicInteger batches = new AtomicInteger(BATCHES_AT_MOST + 7 * lives++);
            RunControl control = new RunControl();
            end = store.runner(broken, preparedRun, event -> leave(event, batches, control), control)
                    .run();
        } while (end instanceof RunEvent.Paused);
        assertInstanceOf(RunEvent.Finished.class, end);
        assertEquals(RunState.FINISHED, store.find(Long.toString(broken)).state());
        Outcome expected = outcome(whole);
        Outcome actual = outcome(broken);
        assertEquals(expected.metrics(), actual.metrics());
        assertEquals(1, actual.tested().size(), "tested once");
        assertEquals(expected.tested(), actual.tested());
        assertArrayEquals(expected.users().get("HR@5"), actual.users().get("HR@5"), 0f);
        for (String name : expected.best().names()) {
            assertArrayEquals(expected.best().get(name), actual.best().get(name), 0f, name);
        }
        store.close();
    }

    /** Batches are told of every 50 milliseconds or at the end of an epoch, which is the moment here. */
    private static void leave(RunEvent event, AtomicInteger left, RunControl control) {
        if (event instanceof RunEvent.Batch && left.decrementAndGet() == 0) {
            control.leave();
        }
    }
}
