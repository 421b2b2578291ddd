package dev.nara.analysis;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two settings of one run each: run 1 (ease) has 0.75 in the mean of four users, run 2 (ials) 0.25. */
public final class TestStandings {
    private TestStandings() {}

    /** Both, the best first. */
    public static List<Standing> two() {
        return Standing.judged(List.of(contender(1, "ease", first()), contender(2, "ials", second())), true);
    }

    /** What they are compared in. */
    public static SettingsComparison comparison() {
        return new SettingsComparison("HR@10", "films", "time, all:kept", FigureStage.TESTED, 0, two(), 1, List.of());
    }

    /** Both as rows; the second needs two more seeds where that is asked for. */
    public static List<ComparedRow> rows(boolean moreSeeds) {
        List<Standing> two = two();
        return List.of(
                row(two.get(0), ComparedRow.Kind.REFERENCE, 0),
                row(two.get(1), moreSeeds ? ComparedRow.Kind.MORE_SEEDS : ComparedRow.Kind.NOISE, moreSeeds ? 2 : 0));
    }

    /** One setting, trained with the seeds 2 and 1, as a row. */
    public static ComparedRow twoSeeds() {
        Map<String, String> values = Map.of("factors", "16");
        Map<String, Double> figures = Map.of("HR@10", 0.5);
        Contender both = new Contender(
                List.of(TestRuns.run(2, "ials", values, 2, figures), TestRuns.run(1, "ials", values, 1, figures)),
                new Significance.Group(new double[][] {{1, 0}, {0, 1}}, false),
                Optional.empty());
        return row(Standing.judged(List.of(both), true).get(0), ComparedRow.Kind.REFERENCE, 0);
    }

    private static ComparedRow row(Standing standing, ComparedRow.Kind kind, int seedsWanted) {
        return new ComparedRow(
                kind,
                false,
                standing.contender().runs(),
                standing.algorithm(),
                standing,
                standing.mean(),
                standing.deviation(),
                standing.difference(),
                standing.low(),
                standing.high(),
                List.of(0.0),
                seedsWanted,
                standing.words(),
                new ComparedRow.Facts(1, 1_860_000, 11, Map.of("HR@10", standing.mean())));
    }

    /** The verdict on both. */
    public static PairVerdict verdict() {
        return PairVerdict.of(comparison(), two().get(0), two().get(1));
    }

    /** Words that say nothing. */
    public static Text nothing() {
        return Text.of("said.as.written", "");
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
        Map<String, String> values = Map.of("factors", run == 1 ? "32" : "16");
        return new Contender(
                List.of(TestRuns.run(run, algorithm, values, 1, Map.of("HR@10", 0.5))), group, Optional.empty());
    }
}
