package dev.nara.analysis;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import java.util.List;
import java.util.Map;

/** Two settings of one run each: run 1 (ease) has 0.75 in the mean of four users, run 2 (ials) 0.25. */
public final class TestStandings {
    /** Each user's figure of run 1. */
    public static final double[] FIRST = {1, 1, 1, 0};

    /** Each user's figure of run 2. */
    public static final double[] SECOND = {0, 1, 0, 0};

    private TestStandings() {}

    /** Both, the best first. */
    public static List<Standing> two() {
        return Standing.of(new SettingsComparison(
                "HR@10", "per-user", List.of(contender(1, "ease", FIRST), contender(2, "ials", SECOND))));
    }

    private static SettingsComparison.Contender contender(long run, String algorithm, double[] figures) {
        return new SettingsComparison.Contender(
                List.of(TestRuns.run(run, algorithm, Map.of(), 1, Map.of("HR@10", 0.5))),
                new Significance.Group(new double[][] {figures}, false));
    }
}
