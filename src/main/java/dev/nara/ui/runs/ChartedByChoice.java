package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.ChartedRuns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The runs on the charts: ticked runs, and selected runs for as long as they are selected. */
final class ChartedByChoice {
    private final ChartedRuns charted;
    /** The runs that are on the charts only because they are selected. */
    private final Set<Long> chosen = new HashSet<>();

    ChartedByChoice(ChartedRuns charted) {
        this.charted = charted;
    }

    /** Replaces the selected runs. */
    void choose(List<StoredRun> runs) {
        Set<Long> now = runs.stream().map(StoredRun::id).collect(Collectors.toSet());
        chosen.stream().filter(run -> !now.contains(run)).toList().forEach(this::untick);
        runs.stream().map(StoredRun::id).filter(run -> !charted(run)).forEach(run -> {
            chosen.add(run);
            charted.set(run, true);
        });
    }

    private void untick(long run) {
        chosen.remove(run);
        charted.set(run, false);
    }

    /** Ticks a run, which then stays on the charts when the selection changes, or takes it off. */
    void tick(long run, boolean on) {
        chosen.remove(run);
        charted.set(run, on);
    }

    boolean charted(long run) {
        return charted.colour(run) >= 0;
    }

    /** Whether a run is on the charts because it was ticked. */
    boolean ticked(long run) {
        return charted(run) && !chosen.contains(run);
    }

    /** Forgets runs that are no longer stored. */
    void listed(List<StoredRun> runs) {
        Set<Long> left = runs.stream().map(StoredRun::id).collect(Collectors.toSet());
        List.copyOf(charted.runs()).stream().filter(run -> !left.contains(run)).forEach(this::untick);
    }
}
