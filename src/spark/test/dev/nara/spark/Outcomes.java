package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the runs of a workspace came to. */
final class Outcomes {
    private Outcomes() {}

    /** The figures of each epoch, and how it ended. */
    record Outcome(List<Map<String, Double>> epochs, RunState state) {}

    /** Of each run by its settings and seed. */
    static Map<Map<String, String>, Outcome> of(Path workspace) throws DataException {
        Map<Map<String, String>, Outcome> outcomes = new HashMap<>();
        try (RunStore store = RunStore.open(workspace)) {
            for (StoredRun run : store.list()) {
                RunSpec spec = run.spec();
                Map<String, String> settings = new HashMap<>(spec.values());
                settings.put("seed", Long.toString(spec.seed()));
                outcomes.put(
                        settings,
                        new Outcome(
                                RunEvent.epochs(store.events(run.id())).stream()
                                        .map(RunEvent.EpochDone::metrics)
                                        .toList(),
                                run.state()));
            }
        }
        return outcomes;
    }
}
