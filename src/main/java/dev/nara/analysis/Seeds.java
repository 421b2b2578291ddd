package dev.nara.analysis;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Runs as seeds of settings: those that differ by the seed at most are one setting. */
public final class Seeds {
    private Seeds() {}

    /** Whether runs differ by the seed at most. */
    public static boolean sameSetting(StoredRun run, StoredRun other) {
        return run.spec().setting().sameAs(other.spec().setting());
    }

    /** Runs that differ by the seed alone are one setting, in the order of the first of each; a seed counts once. */
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
            // A second run of the same seed says nothing new.
            if (seeds.stream().noneMatch(r -> r.spec().seed() == run.spec().seed())) {
                seeds.add(run);
            }
        }
        return settings;
    }

    /** What to know of some runs before they are compared: which did not finish, and which say nothing new. */
    public static List<Text> warnings(List<StoredRun> runs) {
        List<Text> warnings = new ArrayList<>();
        List<StoredRun> counted = bySetting(runs).stream().flatMap(List::stream).toList();
        for (StoredRun run : runs) {
            if (!counted.contains(run)) {
                warnings.add(Text.of("compare.again", run.id()));
            } else if (run.state() != RunState.FINISHED) {
                warnings.add(Text.of(
                        "compare.unfinished",
                        run.id(),
                        Text.of("state." + run.state()),
                        run.best().map(RunEvent.EpochDone::epoch).orElse(0)));
            }
        }
        return warnings;
    }
}
