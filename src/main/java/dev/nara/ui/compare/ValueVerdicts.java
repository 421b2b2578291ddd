package dev.nara.ui.compare;

import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the best runs of a setting's values, each with its other seeds. */
final class ValueVerdicts {
    private final Services services;
    private final RunStore store;
    private final CompareModel model;
    private final Latest judging;

    ValueVerdicts(Services services, RunStore store, Jobs jobs, CompareModel model) {
        this.services = services;
        this.store = store;
        this.model = model;
        this.judging = new Latest(jobs);
    }

    /** Compares these runs, the seeds of one setting for each value; no result if they cannot be compared. */
    void judge(List<StoredRun> bests) {
        judging.cancel();
        model.bestsProperty().set(Map.of());
        String metric = model.metricProperty().get();
        if (bests.isEmpty()) {
            return;
        }
        judging.run(
                () -> byRun(ComparedSettings.of(store, services.algorithms(), bests, metric)),
                model.bestsProperty()::set,
                // Runs of different splits, or a metric over all lists together, cannot be compared.
                error -> {});
    }

    private static Map<Long, Standing> byRun(SettingsComparison comparison) {
        Map<Long, Standing> byRun = new HashMap<>();
        comparison.standings().forEach(standing -> standing.runs().forEach(run -> byRun.put(run, standing)));
        return byRun;
    }
}
