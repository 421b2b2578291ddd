package dev.nara.ui.runs;

import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.StoredRun;
import java.util.List;

/** A row of the rail. */
sealed interface RailRow {
    /** Identifies the row, whatever else changes in it. */
    String key();

    /** The runs that are selected with the row; for a study, its best run. */
    default List<StoredRun> runs() {
        return List.of();
    }

    /** A row that other rows can be folded into. */
    sealed interface Fold extends RailRow {
        boolean open();
    }

    /** The heading of the runs on one dataset, with their number. */
    record Data(String key, String name, int count, boolean open) implements Fold {}

    /** Says that nothing was trained on the open data. */
    record Untrained(String key) implements RailRow {}

    /** The heading of the runs on the same data that need no training. */
    record Baselines(String key, int count, boolean open) implements Fold {}

    /**
     * A run.
     *
     * @param within whether it is below the row of a study or a series
     */
    record Run(StoredRun run, boolean within, boolean baseline) implements RailRow {
        @Override
        public String key() {
            return key(run.id());
        }

        static String key(long run) {
            return "run:" + run;
        }

        @Override
        public List<StoredRun> runs() {
            return List.of(run);
        }
    }

    /** A study: how many trials it has, which run was best, whether a program runs it, and whether it has ended. */
    record Study(long study, long trials, StoredRun best, boolean open, boolean underWay, boolean ended)
            implements Fold {
        @Override
        public String key() {
            return "study:" + study;
        }

        @Override
        public List<StoredRun> runs() {
            return List.of(best);
        }
    }

    /** At least two ended runs that differ only by the seed, the oldest last. */
    record Series(String key, List<StoredRun> seeds, boolean open) implements Fold {
        @Override
        public List<StoredRun> runs() {
            return seeds;
        }
    }

    /** A run that cannot be read, with the reason and the remedy. */
    record Damaged(DamagedRun run) implements RailRow {
        @Override
        public String key() {
            return "damaged:" + run.id();
        }
    }

    /** The further trials of a study. */
    record More(String key, int count) implements RailRow {}
}
