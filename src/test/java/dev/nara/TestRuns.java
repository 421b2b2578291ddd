package dev.nara;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.StoredRun;
import java.util.Map;
import java.util.Optional;

/** Stored runs made in memory. */
public final class TestRuns {
    private TestRuns() {}

    /** A finished run of one epoch with these parameters and figures, the same on the validation and the test part. */
    public static StoredRun run(
            long id, String algorithm, Map<String, String> values, long seed, Map<String, Double> metrics) {
        RunSpec spec = RunSpec.draft()
                .algorithm(algorithm)
                .values(values)
                .seed(seed)
                .metrics(String.join(",", metrics.keySet()))
                .spec();
        return run(id, "", spec, metrics);
    }

    /** The same of a spec, with a name. */
    public static StoredRun run(long id, String name, RunSpec spec, Map<String, Double> metrics) {
        Optional<RunEvent.EpochDone> epoch =
                Optional.of(new RunEvent.EpochDone("train", 1, 0.5, 1, 100, 1, metrics, true, Map.of()));
        return new StoredRun(
                id,
                "2026-01-02T03:04:05Z",
                spec,
                RunState.FINISHED,
                "",
                new StoredRun.Label(name, "", "", false),
                "",
                id,
                new Environment("nara", "17", "Linux", 2, ""),
                epoch,
                epoch,
                spec.chosenOnTest()
                        ? Optional.empty()
                        : Optional.of(new RunEvent.Tested(1, metrics, 4, Map.of(), 0, Map.of())),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** The same run with other figures on the test part. */
    public static StoredRun tested(StoredRun run, Optional<RunEvent.Tested> tested) {
        return with(run, run.series(), tested);
    }

    /** The same run in a series. */
    public static StoredRun inSeries(StoredRun run, String series) {
        return with(run, series, run.tested());
    }

    private static StoredRun with(StoredRun run, String series, Optional<RunEvent.Tested> tested) {
        return new StoredRun(
                run.id(),
                run.created(),
                run.spec(),
                run.state(),
                run.process(),
                run.label(),
                series,
                run.place(),
                run.environment(),
                run.best(),
                run.last(),
                tested,
                run.trashed(),
                run.fitOf(),
                run.study());
    }
}
