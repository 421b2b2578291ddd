package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rows of the rail are folded, and the resulting rows. */
final class RailFolds {
    /** The keys of rows that the user folded or unfolded, contrary to their default. */
    private final Set<String> toggled = new HashSet<>();

    private RailRows rows = RailRows.NONE;

    /** A live set of the keys of rows that the user folded or unfolded, contrary to their default. */
    Set<String> toggled() {
        return toggled;
    }

    /** The rows of runs; rows that contain one of the runs with these keys are unfolded. */
    List<RailRow> rows(List<StoredRun> runs, RailView view, Collection<String> seen) {
        rows = RailRows.of(runs, view);
        Set<String> open = new HashSet<>();
        rows.folded().forEach((run, within) -> {
            if (seen.contains(RailRow.Run.key(run))) {
                open.addAll(within);
            }
        });
        if (!open.isEmpty()) {
            open.forEach(this::toggle);
            rows = RailRows.of(runs, view);
        }
        return rows.rows();
    }

    /** Folds an open row, or unfolds a folded one. */
    void toggle(String key) {
        if (!toggled.remove(key)) {
            toggled.add(key);
        }
    }
}
