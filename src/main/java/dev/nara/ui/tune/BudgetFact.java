package dev.nara.ui.tune;

import dev.nara.search.study.Budget;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How much of its budget a study has used, and its predicted end. */
final class BudgetFact {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** Before this share of the budget and this number of trials, no end is predicted. */
    private static final double KNOWN_SHARE = .05;

    private static final int KNOWN_TRIALS = 3;

    private BudgetFact() {}

    /** The budget as text. */
    static String name(Texts texts, Budget budget) {
        if (!budget.timed()) {
            return texts.get("tune.budget.trials", budget.trials());
        }
        return budget.minutes() > 0
                ? texts.get("tune.budget.minutes", Numbers.plain(Math.round(10 * budget.minutes()) / 10.0))
                : texts.get("tune.budget.until", clock(Instant.parse(budget.until())));
    }

    /** The used part of the budget as text. */
    static String used(StudySnapshot study, double seconds) {
        return study.budget().timed() ? Numbers.duration(seconds) : Integer.toString(begun(study));
    }

    /** The number of trials in the budget; trials taken from stored runs cost nothing. */
    private static int begun(StudySnapshot study) {
        return (int) study.trials().stream()
                .filter(trial -> trial.origin() != Origin.STORED)
                .count();
    }

    /** The used share of the budget, 0 … 1. */
    static double share(StudySnapshot study, double seconds, Instant now) {
        Budget budget = study.budget();
        if (study.phase().ended()) {
            return 1;
        }
        if (!budget.timed()) {
            return Math.min(1, (double) begun(study) / budget.trials());
        }
        double all = budget.minutes() > 0
                ? 60 * budget.minutes()
                : seconds + Math.max(0, Instant.parse(budget.until()).getEpochSecond() - now.getEpochSecond());
        return all <= 0 ? 1 : Math.min(1, seconds / all);
    }

    /** The predicted end, or the state of a study that is not searching. */
    static String end(Texts texts, StudySnapshot study, double seconds, Instant now) {
        Phase phase = study.phase();
        if (study.id() == 0) {
            return "";
        }
        if (phase == Phase.PAUSED || phase == Phase.INTERRUPTED || phase.ended()) {
            return texts.get("studyphase." + phase);
        }
        if (!study.doing().waitsFor().isEmpty()) {
            return texts.get(
                    "tune.waits", texts.of(TrainingPlace.words(study.doing().waitsFor())));
        }
        if (phase == Phase.CONFIRMING) {
            StudySnapshot.Doing doing = study.doing();
            return texts.get("tune.confirming", doing.seed(), doing.seeds(), doing.left());
        }
        if (phase != Phase.SEARCHING) {
            return texts.get("studyphase." + phase);
        }
        double left = study.ahead().secondsLeft() - (seconds - study.seconds());
        if (Double.isNaN(left)
                || share(study, seconds, now) < KNOWN_SHARE
                || study.trials().size() < KNOWN_TRIALS) {
            return texts.get("tune.budget.measuring");
        }
        Instant end = now.plusSeconds(Math.max(0, Math.round(left)));
        long error = Math.round(study.ahead().error() / 60);
        return error > 0
                ? texts.get("tune.budget.end.about", clock(end), error)
                : texts.get("tune.budget.end", clock(end));
    }

    private static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(ZoneId.systemDefault()));
    }
}
