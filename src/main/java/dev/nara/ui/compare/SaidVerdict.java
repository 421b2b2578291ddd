package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.DifferenceWords;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.SettingsComparison;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on two settings at the head of the page, or why there is none.
 *
 * @param detail the evidence for the sentence
 * @param verdict empty if there is none
 */
record SaidVerdict(Sign sign, Text sentence, Text detail, Optional<PairVerdict> verdict) {
    static final SaidVerdict NOTHING = new SaidVerdict(
            Sign.NONE, Text.of("said.as.written", ""), Text.of("said.as.written", ""), Optional.empty());

    /** The kinds of verdicts, each with its own icon. */
    enum Sign {
        REAL,
        LEVEL,
        EARLY,
        TRAINING,
        NONE
    }

    /** The verdict on one or two rows of a comparison. */
    static SaidVerdict of(SettingsComparison comparison, List<ComparedRow> pair) {
        for (ComparedRow row : pair) {
            if (row.kind() == ComparedRow.Kind.TRAINING) {
                return training(comparison, row, pair);
            }
        }
        if (comparison.stage() == FigureStage.CHOSEN_ON_TEST) {
            return none("compare.said.on.test", Text.of("compare.on.test"));
        }
        if (pair.size() < 2) {
            return none("compare.said.alone", Text.of("compare.said.alone.detail"));
        }
        ComparedRow one = pair.get(0);
        ComparedRow two = pair.get(1);
        if (one.standing() == null || two.standing() == null) {
            return meanOnly(comparison, two.standing() == null ? one : two, two.standing() == null ? two : one);
        }
        PairVerdict verdict = PairVerdict.of(comparison, one.standing(), two.standing());
        Sign sign =
                switch (verdict.verdict()) {
                    case REAL -> Sign.REAL;
                    case NOISE -> Sign.LEVEL;
                    case MORE_SEEDS -> Sign.EARLY;
                };
        return new SaidVerdict(sign, verdict.sentence(), verdict.detail(comparison.looks()), Optional.of(verdict));
    }

    private static SaidVerdict none(String key, Text detail) {
        return new SaidVerdict(Sign.NONE, Text.of(key), detail, Optional.empty());
    }

    /** For a baseline that is not a run of the workspace, only the mean is known. */
    private static SaidVerdict meanOnly(SettingsComparison comparison, ComparedRow row, ComparedRow baseline) {
        double difference = row.mean() - baseline.mean();
        return new SaidVerdict(
                Sign.NONE,
                Text.of(
                        CutoffMetric.worth(comparison.metric(), difference) < 0
                                ? "compare.said.below"
                                : "compare.said.above",
                        row.number(),
                        Text.of("algorithm." + baseline.algorithm()),
                        DifferenceWords.alone(difference, difference, difference + 1),
                        comparison.metric()),
                Text.of("compare.said.mean.only"),
                Optional.empty());
    }

    private static SaidVerdict training(SettingsComparison comparison, ComparedRow row, List<ComparedRow> pair) {
        StoredRun run = row.runs().stream()
                .filter(one -> !one.state().ended())
                .findFirst()
                .orElseThrow();
        int epoch = run.last().map(RunEvent.EpochDone::epoch).orElse(0);
        Optional<ComparedRow> other =
                pair.stream().filter(one -> !one.equals(row)).findFirst();
        double ahead = CutoffMetric.worth(comparison.metric(), row.difference());
        Text beside = other.isEmpty() || Double.isNaN(ahead)
                ? Text.of("compare.said.beside.none")
                : Text.of(
                        ahead > 0
                                ? "compare.said.ahead"
                                : ahead < 0 ? "compare.said.behind" : "compare.said.beside.level",
                        BareNumbers.signed(row.difference(), 3),
                        other.get().number(),
                        comparison.metric(),
                        row.runs().stream().allMatch(one -> one.spec().chosenOnTest())
                                ? FigureStage.TESTED.words()
                                : FigureStage.VALIDATION.words());
        return new SaidVerdict(
                Sign.TRAINING,
                Text.of(
                        "compare.said.training",
                        run.id(),
                        Text.of("state." + run.state()),
                        epoch,
                        run.spec().epochs()),
                beside,
                Optional.empty());
    }
}
