package dev.nara.search.picture;

import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Against;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.TestResult;
import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes a study's result: the verdict, the choice and its reason, and the figure to expect. */
public final class OutcomeWords {
    private static final double MINUTE = 60;
    /** Differences in time below this factor are not mentioned. */
    private static final double FASTER = 1.15;

    private OutcomeWords() {}

    /** The part of the budget reserved for confirmation, and what is added to it. */
    public static Text confirmation(Budget budget) {
        return Text.of(budget.timed() ? "study.confirming.budget" : "study.confirming.trials");
    }

    /** The verdict against the preset. */
    public static Text headline(StudySnapshot study, StudyChoice choice) {
        if (choice.trial() == 0) {
            return Text.of("study.end.nothing");
        }
        if (choice.trial() == choice.preset() && !isUnconfirmed(choice)) {
            return Text.of(byHand(choice) ? "study.end.kept" : "study.end.preset");
        }
        if (byHand(choice)) {
            return Text.of(isUnconfirmed(choice) ? "study.end.unconfirmed" : "study.end.hand", choice.trial());
        }
        Optional<Against> preset = againstPreset(choice);
        if (choice.verdict() == Verdict.NONE || preset.isEmpty()) {
            return Text.of("study.end.alone", choice.trial());
        }
        boolean noise = choice.verdict() == Verdict.NOISE;
        if (noise && !isWorse(study, preset.get())) {
            return Text.of("study.end.noise");
        }
        if (choice.verdict() == Verdict.NOT_SETTLED) {
            return Text.of("study.end.open", choice.moreSeeds(), minutes(study, choice));
        }
        // The test covers all confirmed settings together; the gain of the chosen one may still be uncertain.
        boolean open = preset.get().low() < 0 && preset.get().high() > 0;
        return Text.of(
                noise ? "study.end.worse" : open ? "study.end.real.open" : "study.end.real",
                BareNumbers.signed(preset.get().difference(), 3));
    }

    /** Whether the whole interval is below the preset. */
    private static boolean isWorse(StudySnapshot study, Against preset) {
        return Math.max(study.spec().worth(preset.low()), study.spec().worth(preset.high())) < 0;
    }

    /** The best so far was chosen because confirmation ended before a seed was complete for all. */
    private static boolean isUnconfirmed(StudyChoice choice) {
        return choice.seeds() == 0 && choice.trial() == choice.best();
    }

    /** The user chose the setting, so there is no expected figure. */
    private static boolean byHand(StudyChoice choice) {
        return Double.isNaN(choice.expected());
    }

    /** The difference from the preset behind the verdict; empty if there is none. */
    public static Optional<Text> detail(StudyChoice choice) {
        return againstPreset(choice)
                .filter(a -> choice.trial() != choice.preset())
                .map(a -> Text.of(
                        "study.end.interval",
                        choice.verdict() == Verdict.REAL ? "" : BareNumbers.signed(a.difference(), 4) + " ",
                        BareNumbers.signed(a.low(), 3),
                        BareNumbers.signed(a.high(), 3),
                        choice.seeds()));
    }

    private static Optional<Against> againstPreset(StudyChoice choice) {
        return choice.against().stream()
                .filter(a -> a.trial() == choice.preset())
                .findFirst();
    }

    /** The approximate duration of the missing seeds of both settings. */
    private static long minutes(StudySnapshot study, StudyChoice choice) {
        double seconds = seconds(study.trial(choice.trial()))
                + (choice.preset() > 0 ? seconds(study.trial(choice.preset())) : 0);
        return Math.max(1, Math.round(choice.moreSeeds() * (Double.isNaN(seconds) ? 0 : seconds) / MINUTE));
    }

    private static double seconds(Trial trial) {
        return trial.secondsPerEpoch() * trial.epochs();
    }

    /** The chosen trial and the reason; if the preset is kept, the trial that would be chosen. */
    public static Text chosen(StudySnapshot study, StudyChoice choice) {
        int trial = choice.trial();
        if (trial == choice.preset()) {
            return Text.of("study.end.chosen.preset", trial);
        }
        if (byHand(choice)) {
            return Text.of(isUnconfirmed(choice) ? "study.end.chosen.best" : "study.end.chosen.hand", trial);
        }
        if (choice.verdict() == Verdict.NOISE) {
            return Text.of("study.end.chosen.noise", trial);
        }
        if (trial == choice.best()) {
            return Text.of(choice.isConfirmed() ? "study.end.chosen.confirmed" : "study.end.chosen.best", trial);
        }
        double factor = study.trial(choice.best()).secondsPerEpoch()
                / study.trial(trial).secondsPerEpoch();
        return choice.level().contains(trial) && factor >= FASTER
                ? Text.of("study.end.chosen.faster", trial, BareNumbers.rounded(factor, 1))
                : Text.of("study.end.chosen.level", trial);
    }

    /** The figure to expect on the test part; empty if there is none. */
    public static Optional<Text> expected(StudyChoice choice) {
        return Double.isNaN(choice.expected())
                ? Optional.empty()
                : Optional.of(Text.of(
                        "study.end.expected",
                        BareNumbers.rounded(choice.expected(), 3),
                        BareNumbers.rounded(choice.expectedLow(), 3),
                        BareNumbers.rounded(choice.expectedHigh(), 3)));
    }

    /** Why it differs from the measured one. */
    public static Text luck(StudySnapshot study, StudyChoice choice) {
        long finished = study.trials().stream().filter(Trial::finished).count();
        return Text.of(
                "study.end.luck", BareNumbers.figure(study.trial(choice.trial()).mean()), finished);
    }

    /** The chosen trial's result on the test part; empty if none or another was evaluated. */
    public static Optional<TestResult> test(StudySnapshot study, StudyChoice choice) {
        return study.test().filter(test -> test.trial() == choice.trial());
    }

    /** The result on the test part. */
    public static Text tested(TestResult test) {
        if (test.figures().isEmpty()) {
            Text why = test.why();
            return why == null ? Text.of("study.end.tested.none") : Text.of("study.end.tested.none.why", why);
        }
        Text figure = Text.of(
                "study.end.tested",
                BareNumbers.withMargin(test.mean(), test.error()),
                test.figures().size());
        return test.presetFigures().isEmpty()
                ? figure
                : Text.of(
                        "study.end.tested.against",
                        figure,
                        BareNumbers.signed(test.against().difference()),
                        OutcomePictures.verdict(test.against().verdict()));
    }

    /** Everything apart from the verdict: interval, choice, expected figure, and test result. */
    public static List<Text> lines(StudySnapshot study, StudyChoice choice) {
        List<Text> lines = new ArrayList<>();
        detail(choice).ifPresent(lines::add);
        if (choice.trial() > 0) {
            lines.add(chosen(study, choice));
            Optional<Text> expected = expected(choice);
            expected.ifPresent(lines::add);
            expected.ifPresent(e -> lines.add(luck(study, choice)));
        }
        test(study, choice).map(OutcomeWords::tested).ifPresent(lines::add);
        study.test().map(OutcomeWords::looks).ifPresent(lines::add);
        return lines;
    }

    /** How often the test part was evaluated. */
    public static Text looks(TestResult test) {
        return Text.of("study.end.looks", test.looks());
    }

    /** The study in one line. */
    public static String about(StudySnapshot study, Locale locale) {
        return Text.of(
                        "study.end.about",
                        Math.round(study.seconds() / MINUTE),
                        study.trials().size(),
                        study.spec().goal())
                .in(locale);
    }
}
