package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Predicate;

/** Notifies about ended runs: always about problems, about success if the run is not being watched. */
final class RunNotices {
    /** From this many seconds on, success is also reported on the desktop. */
    private static final double LONG = 60;

    private final Notices notices;
    private final Texts texts;
    private final Predicate<StoredRun> watched;

    /** {@code watched} tests whether the run is on screen in the focused window. */
    RunNotices(Notices notices, Texts texts, Predicate<StoredRun> watched) {
        this.notices = notices;
        this.texts = texts;
        this.watched = watched;
    }

    /** Must be called after everything else is updated, because a dialog runs other events meanwhile. */
    void tell(List<RunFeed.Said> all) {
        for (RunFeed.Said one : all) {
            outside(one);
            if (one.event() instanceof RunEvent.Failed failed) {
                notices.problem(ended(one.run().title(), RunState.FAILED), failed.message(), failed.details());
            } else if (one.event() instanceof RunEvent.Interrupted interrupted) {
                notices.problem(ended(one.run().title(), RunState.INTERRUPTED), interrupted.message(), "");
            } else if (one.event() instanceof RunEvent.Finished finished && !watched.test(one.run())) {
                notices.tell(
                        texts.get("outside.run", one.run().title()),
                        EventWords.of(finished, one.run().spec(), texts));
            }
        }
    }

    /** Notifies on the desktop about failures and about runs that took long, as the user may be elsewhere. */
    private void outside(RunFeed.Said one) {
        if (one.event() instanceof RunEvent.Finished finished && finished.seconds() >= LONG) {
            notices.tellOnDesktop(
                    texts.get("outside.run", one.run().id()),
                    EventWords.of(finished, one.run().spec(), texts));
        } else if (one.event() instanceof RunEvent.Failed failed) {
            notices.tellOnDesktop(
                    ended(one.run().id(), RunState.FAILED),
                    texts.get(failed.diverged() ? "outside.run.diverged" : "outside.run.failed"));
        }
    }

    /** {@code run} is the number, or the title, which stays in the window. */
    private String ended(Object run, RunState state) {
        return texts.get("train.ended", texts.get("outside.run", run), Text.of("state." + state));
    }
}
