package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.TakenAway;
import dev.nara.search.plan.Figures;
import dev.nara.search.plan.Judge;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.Ended;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.search.trials.TrialExecutor.End;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what a study's runs report, and answers whether they should continue. */
final class Reports implements TrialExecutor.Watch {
    /** After this many consecutive trials that could not be trained, the user is told. */
    private static final int ALL_BROKEN = 5;

    private final Course course;
    private final StudyState state;
    private final Figures figures;
    private final Judge judge;
    private final UnderWay underWay;
    private final Map<Long, RunEvent.EpochDone> latest = new HashMap<>();
    private @Nullable DataException problem;

    Reports(Course course, Figures figures, Judge judge, UnderWay underWay) {
        this.course = course;
        this.state = course.state();
        this.figures = figures;
        this.judge = judge;
        this.underWay = underWay;
    }

    /** The error that prevented storing; null if there was none. */
    @Nullable
    DataException problem() {
        return problem;
    }

    /** The latest epochs of the runs in progress. */
    Map<Long, RunEvent.EpochDone> latest() {
        return latest;
    }

    @Override
    public void waits(long run, List<String> ahead) {
        synchronized (course) {
            underWay.waits(run, ahead);
            course.notifyAll();
        }
    }

    @Override
    public void epoch(long run, RunEvent.EpochDone done) {
        synchronized (course) {
            latest.put(run, done);
            course.notifyAll();
        }
    }

    @Override
    public boolean rung(long run, int rung, RunEvent.EpochDone done) {
        synchronized (course) {
            if (problem != null || underWay.isLeft(run)) {
                return false;
            }
            try {
                course.read();
                TrialNow trial = state.trial(underWay.task(run).trial());
                StudyEvent.Reached reached = new StudyEvent.Reached(
                        trial.number(),
                        rung,
                        done.epoch(),
                        figures.figure(run, done),
                        done.seconds() + done.evaluationSeconds());
                Optional<Text> why = judge.leave(trial, reached);
                List<StudyEvent> events = new ArrayList<>(List.of(reached));
                why.ifPresent(
                        words -> events.add(new StudyEvent.Dropped(trial.number(), rung, StudyJson.stored(words))));
                course.keep(() -> events);
                return why.isEmpty();
            } catch (DataException | TakenAway e) {
                stopped(e);
                return false;
            }
        }
    }

    private void stopped(Exception e) {
        if (problem == null) {
            problem = e instanceof DataException known
                    ? known
                    : new DataException(
                            Text.of("study.elsewhere", course.study()),
                            Text.of("study.elsewhere.remedy", course.study()));
        }
    }

    @Override
    public void ended(long run, End end) {
        synchronized (course) {
            int trial = underWay.task(run).trial();
            boolean test = underWay.task(run).test();
            UnderWay.Reason reason = underWay.ended(run);
            latest.remove(run);
            try {
                course.read();
                if (end.gone()) {
                    Text why = end.why();
                    stopped(new DataException(
                            why == null ? Text.of("study.gone", run) : why, Text.of("study.gone.remedy")));
                } else if (test) {
                    tested(trial, run, end);
                } else if (end.state() == TrialState.DROPPED) {
                    left(trial, reason);
                } else {
                    finished(trial, run, end, reason);
                }
            } catch (DataException | TakenAway e) {
                stopped(e);
            }
            course.notifyAll();
        }
    }

    private void tested(int trial, long run, End end) throws DataException {
        // A run that was stopped continues later.
        if (end.state() != TrialState.DROPPED) {
            course.keep(new StudyEvent.TestEnded(trial, run, end.tested(), end.why()));
        }
    }

    private void left(int trial, UnderWay.@Nullable Reason reason) throws DataException {
        if (reason != null) {
            List<StudyEvent> events = new ArrayList<>();
            events.add(state.trial(trial).left(reason.why()));
            if (reason.asked() > 0) {
                events.add(new StudyEvent.CarriedOut(reason.asked(), null));
            }
            course.keep(() -> events);
        }
    }

    private void finished(int trial, long run, End end, UnderWay.@Nullable Reason reason) throws DataException {
        RunEvent.EpochDone best = end.best().orElse(null);
        boolean finished = end.state() == TrialState.FINISHED;
        List<StudyEvent> events = new ArrayList<>();
        events.add(new Ended(
                trial,
                run,
                end.state(),
                best == null ? 0 : best.epoch(),
                end.epochs(),
                finished && best != null ? figures.figure(run, best) : Double.NaN,
                best == null ? Map.of() : best.metrics(),
                end.secondsPerEpoch(),
                end.why()));
        if (reason != null && reason.asked() > 0) {
            events.add(new StudyEvent.CarriedOut(reason.asked(), null));
        }
        if (end.state().broken()) {
            allBroken(end.why()).ifPresent(events::add);
        }
        course.keep(() -> events);
    }

    /** The message if no trial could be trained so far, this one included. */
    private Optional<StudyEvent> allBroken(@Nullable Text why) {
        long broken = state.trials().stream().filter(t -> t.state().broken()).count() + 1;
        boolean all = state.trials().stream()
                .allMatch(t -> t.state().broken() || t.active().isPresent());
        return all && broken >= ALL_BROKEN && why != null
                ? Optional.of(new StudyEvent.Noticed(StudyJson.stored(Text.of("study.all.broken", why))))
                : Optional.empty();
    }
}
