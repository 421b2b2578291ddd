package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rows of the rail are folded, and the rows that are there in consequence. */
final class RailFolds {
    /** The keys of rows that are not folded or open as usual. */
    private final Set<String> toggled = new HashSet<>();

    private RailRows rows = RailRows.NONE;

    /** The keys of what is not folded or open as usual, as it changes. */
    Set<String> toggled() {
        return toggled;
    }

    /** The rows of runs; what is folded is unfolded where one of these is in it. */
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

    /** Folds what is open, or unfolds it. */
    void toggle(String key) {
        if (!toggled.remove(key)) {
            toggled.add(key);
        }
    }
}
