package dev.nara.search.picture;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.Steering;
import dev.nara.search.study.StudyStep;
import dev.nara.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Describes the user's actions in a study in a few words. */
public final class StepWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private StepWords() {}

    /** With the time of day in front. */
    public static String timed(StudyStep step, Locale locale) {
        String time = Instant.parse(step.at()).atZone(ZoneId.systemDefault()).format(TIME);
        return time + " " + of(step.event(), locale).in(locale);
    }

    /** The action. */
    public static Text of(Steering asked, Locale locale) {
        if (asked instanceof StudyEvent.Narrowed narrowed) {
            return Text.of("study.did.narrowed", name(narrowed.dimension(), locale));
        }
        if (asked instanceof StudyEvent.Varied varied) {
            return Text.of("study.did.varied", name(varied.dimension(), locale));
        }
        if (asked instanceof StudyEvent.Fixed fixed) {
            return Text.of(
                    "study.did.fixed",
                    PictureWords.inSentence(fixed.name(), locale),
                    PictureWords.value(fixed.name(), fixed.value(), locale));
        }
        if (asked instanceof StudyEvent.Preferred preferred) {
            return Text.of(
                    "study.did.preferred",
                    PictureWords.inSentence(preferred.name(), locale),
                    PictureWords.value(preferred.name(), preferred.value(), locale));
        }
        return ofTrial(asked);
    }

    private static Text ofTrial(Steering asked) {
        if (asked instanceof StudyEvent.Pinned pinned) {
            return Text.of("study.did.pinned", pinned.trial());
        }
        if (asked instanceof StudyEvent.Unpinned unpinned) {
            return Text.of("study.did.unpinned", unpinned.trial());
        }
        if (asked instanceof StudyEvent.DropAsked drop) {
            return Text.of("study.did.dropped", drop.trial());
        }
        if (asked instanceof StudyEvent.ThawAsked thaw) {
            return Text.of("study.did.thawed", thaw.trial());
        }
        if (asked instanceof StudyEvent.AgainAsked again) {
            return Text.of("study.did.again", again.trial());
        }
        if (asked instanceof StudyEvent.ChosenByHand chosen) {
            return Text.of("study.did.chosen", chosen.trial());
        }
        return ofStudy(asked);
    }

    private static Text ofStudy(Steering asked) {
        if (asked instanceof StudyEvent.Extended extended) {
            return extended.minutes() > 0
                    ? Text.of("study.did.extended", Math.round(extended.minutes()))
                    : Text.of("study.did.extended.trials", extended.trials());
        }
        if (asked instanceof StudyEvent.ConfirmAsked more) {
            return Text.of("study.did.seeds", more.seeds());
        }
        if (asked instanceof StudyEvent.TestAsked test) {
            return Text.of("study.did.test", test.seeds());
        }
        if (asked instanceof StudyEvent.Asked) {
            return Text.of("study.did.asked");
        }
        if (asked instanceof StudyEvent.Skipped) {
            return Text.of("study.did.skipped");
        }
        if (asked instanceof StudyEvent.Paused) {
            return Text.of("study.did.paused");
        }
        if (asked instanceof StudyEvent.Continued) {
            return Text.of("study.did.continued");
        }
        if (asked instanceof StudyEvent.FinishAsked) {
            return Text.of("study.did.finished");
        }
        return Text.of(asked instanceof StudyEvent.Stopped ? "study.did.stopped" : "study.did.undone");
    }

    private static String name(Dimension dimension, Locale locale) {
        return PictureWords.inSentence(dimension.name(), locale);
    }
}
