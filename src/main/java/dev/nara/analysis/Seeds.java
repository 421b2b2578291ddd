package dev.nara.analysis;

import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;

/** Groups runs into settings: runs that differ only by the seed. */
public final class Seeds {
    private Seeds() {}

    /** Whether runs differ at most by the seed. */
    public static boolean sameSetting(StoredRun run, StoredRun other) {
        return run.spec().algorithm().equals(other.spec().algorithm())
                && run.spec().values().equals(other.spec().values())
                && run.spec().setting().sameAs(other.spec().setting());
    }

    /** Runs grouped by setting, in the order of each setting's first run; each seed counts once. */
    static List<List<StoredRun>> bySetting(List<StoredRun> runs) {
        List<List<StoredRun>> settings = new ArrayList<>();
        for (StoredRun run : runs) {
            List<StoredRun> seeds = settings.stream()
                    .filter(known -> sameSetting(known.get(0), run))
                    .findFirst()
                    .orElseGet(() -> {
                        List<StoredRun> fresh = new ArrayList<>();
                        settings.add(fresh);
                        return fresh;
                    });
            // A repeated seed adds no information.
            if (seeds.stream().noneMatch(r -> r.spec().seed() == run.spec().seed())) {
                seeds.add(run);
            }
        }
        return settings;
    }

    /**
     * What a verdict on some runs depends on: the runs, the others of their series, and how each ended. If it changes, the verdict must be
     * computed again.
     *
     * @param all the runs of the workspace
     */
    public static List<List<Object>> basis(List<StoredRun> runs, List<StoredRun> all) {
        return all.stream()
                .filter(run -> runs.stream().anyMatch(one -> one.id() == run.id() || joined(one, run)))
                .map(run -> List.<Object>of(
                        run.id(), run.spec(), run.state(), run.label().name(), run.tested()))
                .toList();
    }

    /** Whether runs are repetitions within one series. */
    static boolean joined(StoredRun run, StoredRun other) {
        return !run.series().isEmpty() && run.series().equals(other.series()) && sameSetting(run, other);
    }
}
