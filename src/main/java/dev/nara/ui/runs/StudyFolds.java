package dev.nara.ui.runs;

import dev.nara.analysis.RunFigures;
import dev.nara.eval.CutoffMetric;
import dev.nara.store.StoredRun;
import dev.nara.store.StudyRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list of runs with each study as one row, which its best run stands for, where its newest would stand; unfolded, its other runs
 * follow it.
 *
 * @param shown the runs that have a row
 * @param heads what stands for a study, by the number of the run
 */
record StudyFolds(List<StoredRun> shown, Map<Long, Head> heads) {
    static final StudyFolds EMPTY = new StudyFolds(List.of(), Map.of());

    /** The row of a study: how many trials it has, and whether their runs are listed below it. */
    record Head(long study, long trials, boolean open) {}

    /** Of runs in the order of the list; runs of studies that are not of this workspace stand for themselves. */
    static StudyFolds of(List<StoredRun> runs, Set<Long> unfolded) {
        Map<Long, List<StoredRun>> studies = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            if (study(run) > 0) {
                studies.computeIfAbsent(study(run), s -> new ArrayList<>()).add(run);
            }
        }
        List<StoredRun> shown = new ArrayList<>();
        Map<Long, Head> heads = new HashMap<>();
        for (StoredRun run : runs) {
            List<StoredRun> all = studies.get(study(run));
            if (study(run) == 0 || all == null) {
                shown.add(run);
            } else if (all.get(0).equals(run)) {
                StoredRun best = best(all);
                boolean open = unfolded.contains(study(run));
                long trials = all.stream()
                        .map(r -> r.study().map(StudyRun::trial).orElse(0))
                        .distinct()
                        .count();
                heads.put(best.id(), new Head(study(run), trials, open));
                shown.add(best);
                if (open) {
                    all.stream().filter(r -> !r.equals(best)).forEach(shown::add);
                }
            }
        }
        return new StudyFolds(List.copyOf(shown), Map.copyOf(heads));
    }

    /** The study of a run, 0 for none of this workspace. */
    static long study(StoredRun run) {
        return run.study().map(StudyRun::study).orElse(0L);
    }

    private static StoredRun best(List<StoredRun> runs) {
        String metric = runs.get(0).spec().metrics().split(",", -1)[0].strip();
        double sign = CutoffMetric.worth(metric, 1);
        return runs.stream()
                .filter(run -> run.study().filter(s -> !s.test()).isPresent())
                .filter(run -> Double.isFinite(RunFigures.best(run, metric)))
                .max(Comparator.comparingDouble(run -> sign * RunFigures.best(run, metric)))
                .orElse(runs.get(0));
    }
}
