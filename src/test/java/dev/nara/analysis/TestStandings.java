package dev.nara.analysis;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two settings of one run each: run 1 (ease) has 0.75 in the mean of four users, run 2 (ials) 0.25. */
public final class TestStandings {
    private TestStandings() {}

    /** Both, the best first. */
    public static List<Standing> two() {
        return Standing.judged(List.of(contender(1, "ease", first()), contender(2, "ials", second())));
    }

    /** The users' figures of run 1. */
    public static Significance.Group first() {
        return new Significance.Group(new double[][] {{1, 1, 1, 0}}, false);
    }

    /** The users' figures of run 2. */
    public static Significance.Group second() {
        return new Significance.Group(new double[][] {{0, 1, 0, 0}}, false);
    }

    private static Contender contender(long run, String algorithm, Significance.Group group) {
        return new Contender(
                List.of(TestRuns.run(run, algorithm, Map.of(), 1, Map.of("HR@10", 0.5))), group, Optional.empty());
    }
}
