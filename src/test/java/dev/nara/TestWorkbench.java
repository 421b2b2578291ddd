package dev.nara;

import dev.nara.bench.Bench;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.Experiment;
import dev.nara.run.RunControl;
import dev.nara.run.RunSpec;
import dev.nara.run.RunState;
import dev.nara.run.RunStore;
import dev.nara.run.Runner;
import dev.nara.run.Workbench;
import dev.nara.settings.Home;
import java.nio.file.Path;
import java.util.Map;

/** The program's own workbench for tests, on another workspace. */
public final class TestWorkbench {
    private TestWorkbench() {}

    /** All that the program has; engines are unpacked once for all tests. */
    public static Workbench on(Path workspace) {
        Workbench real = Wiring.workbench(Home.ofEnvironment());
        return new Workbench(
                real.datasets(), real.splits(), real.catalogue(), real.sample(), workspace.resolve("workspace"));
    }

    /** The program's own benchmark. */
    public static Bench bench() {
        return Wiring.bench(Home.ofEnvironment());
    }

    /** Trains a stored run of usual split and metrics. */
    public static void train(
            Workbench workbench,
            RunStore store,
            Prepared data,
            String algorithm,
            Map<String, String> values,
            int epochs,
            long seed)
            throws DataException {
        Dataset dataset = data.dataset();
        Experiment experiment = workbench.prepare(
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
        long run = store.create(experiment.spec(), RunState.QUEUED, "");
        Runner.of(store, run, experiment, event -> {}, new RunControl()).run();
    }
}
