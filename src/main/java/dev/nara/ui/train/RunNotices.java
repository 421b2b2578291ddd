package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Predicate;

/** Says how runs ended: problems always, success where the run is not being watched. */
final class RunNotices {
    /** A run of this many seconds is a long one. */
    private static final double LONG = 60;

    private final Notices notices;
    private final Texts texts;
    private final Predicate<StoredRun> watched;

    /** {@code watched} says whether the run is on screen and the window in front. */
    RunNotices(Notices notices, Texts texts, Predicate<StoredRun> watched) {
        this.notices = notices;
        this.texts = texts;
        this.watched = watched;
    }

    /** To be called when all else is on screen, for a dialog lets other things happen meanwhile. */
    void tell(List<RunFeed.Said> all) {
        for (RunFeed.Said one : all) {
            outside(one);
            if (one.event() instanceof RunEvent.Failed failed) {
                notices.problem(ended(one.run(), RunState.FAILED), failed.message(), failed.details());
            } else if (one.event() instanceof RunEvent.Interrupted interrupted) {
                notices.problem(ended(one.run(), RunState.INTERRUPTED), interrupted.message(), "");
            } else if (one.event() instanceof RunEvent.Finished finished && !watched.test(one.run())) {
                notices.tell(ended(one.run(), RunState.FINISHED), EventWords.of(finished, texts));
            }
        }
    }

    /** On the desktop: what ended after so long that people look at something else. */
    private void outside(RunFeed.Said one) {
        if (one.event() instanceof RunEvent.Finished finished && finished.seconds() >= LONG) {
            notices.tellOnDesktop(name(one, RunState.FINISHED), EventWords.of(finished, texts));
        } else if (one.event() instanceof RunEvent.Failed failed) {
            notices.tellOnDesktop(
                    name(one, RunState.FAILED),
                    texts.get(failed.diverged() ? "outside.run.diverged" : "outside.run.failed"));
        }
    }

    private String name(RunFeed.Said one, RunState state) {
        return texts.get("train.ended", texts.get("outside.run", one.run().id()), Text.of("state." + state));
    }

    private String ended(StoredRun run, RunState state) {
        return texts.get("train.ended", run.title(), Text.of("state." + state));
    }
}
