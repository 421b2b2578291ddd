package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.search.plan.Figures;
import dev.nara.search.plan.Judge;
import dev.nara.search.plan.Move;
import dev.nara.search.plan.Now;
import dev.nara.search.plan.Planner;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyState;
import dev.nara.search.trials.TrialExecutor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a study: asks for settings, trains them, races, confirms, chooses, and evaluates the choice on the test part on request. All
 * decisions follow from the study's events, so that it continues identically after a kill; only the end of a time budget depends on the
 * clock. An executor trains the runs on threads of its own.
 */
final class StudyLoop {
    /** The interval at which requests of other processes are polled. */
    private static final long LOOK_MILLIS = 250;

    private final Course course;
    private final StudyState state;
    private final UnderWay underWay;
    private final Planner planner;
    private final Reports reports;
    private final StudyMoves moves;
    private final Watcher watcher;
    private volatile boolean leaving;

    /** Is notified of the study's progress. */
    @FunctionalInterface
    interface Watcher {
        /** Something has happened; {@code latest} are the latest epochs of the runs in progress. */
        void changed(StudyState state, Map<Long, RunEvent.EpochDone> latest, double secondsLeft);
    }

    /** For the study of a log. */
    StudyLoop(Course course, TrialExecutor executor, Watcher watcher) throws DataException {
        this.course = course;
        this.state = course.state();
        this.watcher = watcher;
        underWay = new UnderWay(executor);
        Figures figures = new Figures(state.spec(), executor);
        Judge judge = new Judge(state, figures);
        planner = new Planner(state, figures, judge, executor);
        reports = new Reports(course, figures, judge, underWay);
        moves = new StudyMoves(course, executor, underWay, reports);
    }

    /**
     * Runs the study until there is nothing more to do, or it is left.
     *
     * @throws DataException if something cannot be stored or read; what was stored before is intact
     */
    void run() throws DataException {
        synchronized (course) {
            try {
                while (step()) {
                    watcher.changed(state, reports.latest(), secondsLeft());
                    await();
                }
            } finally {
                leaveAll();
                watcher.changed(state, reports.latest(), secondsLeft());
            }
        }
    }

    /** Asks to stop working on the study and its runs at the next poll, to be continued another time. Does not block. */
    void leave() {
        leaving = true;
    }

    /** Does what can be done now; returns whether anything is left to do. */
    private boolean step() throws DataException {
        course.read();
        waits();
        course.tick();
        Phase phase = state.phase();
        if (leaving || phase == Phase.PAUSED || phase == Phase.STOPPED) {
            underWay.leaveAll();
        }
        boolean moved = true;
        while (moved && !leaving && reports.problem() == null) {
            Optional<Move> move = planner.next(now());
            if (move.isPresent()) {
                moves.carryOut(move.get());
                course.tick();
            }
            moved = move.isPresent();
        }
        DataException problem = reports.problem();
        if (problem != null) {
            throw problem;
        }
        boolean idle = underWay.runs().isEmpty();
        return !(idle && (leaving || state.phase().ended()));
    }

    /** Stores what the runs wait for, so that other processes can show why the clock does not advance. */
    private void waits() throws DataException {
        List<String> now = underWay.waitsFor();
        if (!now.equals(state.waitsFor())) {
            course.keep(new StudyEvent.Waits(now));
        }
    }

    private Now now() throws DataException {
        return new Now(underWay.free(), secondsLeft(), underWay.runs(), underWay.leaving());
    }

    private double secondsLeft() {
        return secondsLeft(
                state.steered().budget(),
                course.clock().seconds(),
                course.clock().millis());
    }

    /** The rest of a budget after this many seconds of the study's clock; infinite without a time budget. */
    static double secondsLeft(Budget budget, double seconds, long millis) {
        if (!budget.until().isEmpty()) {
            return (Instant.parse(budget.until()).toEpochMilli() - millis) / 1000.0;
        }
        return budget.minutes() > 0 ? budget.minutes() * 60 - seconds : Double.POSITIVE_INFINITY;
    }

    /** When the study ends here for any reason, all runs of this process are stopped. */
    private void leaveAll() {
        underWay.leaveAll();
        while (!underWay.runs().isEmpty()) {
            await();
        }
    }

    private void await() {
        try {
            course.wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            leaving = true;
            Thread.currentThread().interrupt();
        }
    }
}
