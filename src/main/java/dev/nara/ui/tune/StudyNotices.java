package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.BestPoint;
import dev.nara.search.study.TrialState;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Notifies about studies that have ended, have a new best trial, or have problems, while the user is elsewhere. */
final class StudyNotices {
    private static final Duration BETWEEN_BEST = Duration.ofMinutes(1);

    private final Notices notices;
    private final Texts texts;
    private final Consumer<String> say;
    private final LongPredicate watched;
    private final Clock clock;
    /** The time of the last desktop notification of a new best trial, in milliseconds; 0 for none yet. */
    private long lastBest;

    private final Map<Long, Seen> seen = new HashMap<>();

    /** What was already reported of a study. */
    private record Seen(int best, boolean ended, int notices) {}

    /** {@code watched} says whether a study is on screen. */
    StudyNotices(Frame frame, LongPredicate watched, Clock clock) {
        this.clock = clock;
        this.notices = frame.notices();
        this.texts = frame.texts();
        this.say = frame.say();
        this.watched = watched;
    }

    /** Desktop notifications: problems, the end, and at intervals a new best trial. */
    private void outside(StudySnapshot study, Seen before, Seen now) {
        String name = texts.get("outside.study", study.id());
        boolean recent = clock.millis() - lastBest < BETWEEN_BEST.toMillis();
        if (now.notices() > before.notices()) {
            notices.tellOnDesktop(name, texts.of(study.notices().get(now.notices() - 1)));
        } else if (now.ended() && !before.ended()) {
            notices.tellOnDesktop(name, StudyMenu.phase(texts, study.phase()));
        } else if (now.best() != before.best() && before.best() > 0 && !recent) {
            lastBest = clock.millis();
            study.bestNow().ifPresent(point -> notices.tellOnDesktop(name, best(point)));
        }
    }

    /** The current activity for the status line. */
    private String now(StudySnapshot study) {
        return study.trials().stream()
                .filter(trial -> trial.state() == TrialState.RUNNING)
                .findFirst()
                .map(trial -> texts.get("tune.status.trial", study.id(), trial.number(), trial.epoch(), trial.epochs()))
                .orElseGet(() -> study.doing().path()
                        ? texts.get("tune.status", study.id(), texts.get("tune.path.trains"))
                        : texts.get("tune.status", study.id(), StudyMenu.phase(texts, study.phase())));
    }

    private String best(BestPoint point) {
        return texts.get("tune.notice.best", point.trial(), BareNumbers.figure(point.mean()));
    }

    /** Checks the state of a study that runs here for news. */
    void look(StudySnapshot study) {
        say.accept(now(study));
        int best = study.bestNow().map(BestPoint::trial).orElse(0);
        Seen now = new Seen(best, study.phase().ended(), study.notices().size());
        Seen before = seen.put(study.id(), now);
        if (before == null) {
            return;
        }
        outside(study, before, now);
        String name = StudyMenu.name(texts, study.id(), study.spec());
        for (Text notice : study.notices().subList(Math.min(before.notices(), now.notices()), now.notices())) {
            notices.problem(name, texts.of(notice), "");
        }
        if (watched.test(study.id())) {
            return;
        }
        if (now.ended() && !before.ended()) {
            notices.tell(name, StudyMenu.phase(texts, study.phase()));
        } else if (best != before.best() && before.best() > 0) {
            study.bestNow().ifPresent(point -> notices.tell(name, best(point)));
        }
    }
}
