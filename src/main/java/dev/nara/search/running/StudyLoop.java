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
 * Runs a study: asks for settings, trains them, races, confirms, chooses, and tells the choice on the test part when asked. What it
 * does follows from the study's events alone, so that it goes on after a kill as it would have gone on; only where a budget of time
 * ends is for the clock to say. Runs are trained by an executor, on whatever threads.
 */
final class StudyLoop {
    /** How long it waits before it looks again at what other programs ask. */
    private static final long LOOK_MILLIS = 250;

    private final Course course;
    private final StudyState state;
    private final UnderWay underWay;
    private final Planner planner;
    private final Reports reports;
    private final StudyMoves moves;
    private final Watcher watcher;
    private volatile boolean leaving;

    /** Is told how a study stands, each time something has happened in it. */
    @FunctionalInterface
    interface Watcher {
        /** Something has happened; {@code latest} are the latest epochs of the runs under way. */
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
     * Runs it until there is nothing more to do, or it is left.
     *
     * @throws DataException if something cannot be stored or read; what was stored before is whole
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

    /** Leaves the study as it is, with its runs, as soon as it looks; it goes on another time. Waits for nothing. */
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

    /** What its runs wait for is stored, so that whoever looks knows why the clock stands still. */
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

    /** Of a budget, after so many seconds of the study's clock; infinite where it is none of time. */
    static double secondsLeft(Budget budget, double seconds, long millis) {
        if (!budget.until().isEmpty()) {
            return (Instant.parse(budget.until()).toEpochMilli() - millis) / 1000.0;
        }
        return budget.minutes() > 0 ? budget.minutes() * 60 - seconds : Double.POSITIVE_INFINITY;
    }

    /** All runs of this program are left when the study ends here, whyever it does. */
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
