package dev.nara;

import dev.nara.bench.Bench;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.settings.Home;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Map;

/** The program's own workbench for tests, on another workspace. */
public final class TestServices {
    private TestServices() {}

    /** All that the program has; engines are unpacked once for all tests. */
    public static Services on(Path workspace) {
        Services real = Wiring.services(home());
        return new Services(
                real.datasets(), real.algorithms(), real.sample(), workspace.resolve("workspace"), real.artefacts());
    }

    /** The program's own benchmark. */
    public static Bench bench() {
        return Wiring.bench(home());
    }

    private static Home home() {
        try {
            return Home.ofEnvironment();
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trains a stored run of usual split and metrics. */
    public static void train(
            Services services,
            RunStore store,
            Prepared data,
            String algorithm,
            Map<String, String> values,
            int epochs,
            long seed)
            throws DataException {
        train(services, store, data, algorithm, values, epochs, seed, epochs + 1);
    }

    /** The same, left after the epoch {@code last} for another program to go on with. */
    public static void train(
            Services services,
            RunStore store,
            Prepared data,
            String algorithm,
            Map<String, String> values,
            int epochs,
            long seed,
            int last)
            throws DataException {
        Dataset dataset = data.dataset();
        PreparedRun preparedRun = services.prepare(
                RunSpec.draft()
                        .data(dataset.path().toString())
                        .format(dataset.format())
                        .fingerprint(dataset.fingerprint())
                        .algorithm(algorithm)
                        .values(values)
                        .epochs(epochs)
                        .seed(seed)
                        .recipe(data.recipe())
                        .spec(),
                dataset);
        long run = store.create(preparedRun.spec(), RunState.QUEUED, "");
        RunControl control = new RunControl();
        RunListener leaving = event -> {
            if (event instanceof RunEvent.EpochDone done && done.epoch() == last) {
                control.leave();
            }
        };
        store.runner(run, preparedRun, leaving, control).run();
    }
}
