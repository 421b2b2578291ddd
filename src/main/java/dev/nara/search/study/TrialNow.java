package dev.nara.search.study;

import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trial while its events are replayed. */
public final class TrialNow {
    private final StudyEvent.Added added;
    private final double begun;
    private final List<RunNow> runs = new ArrayList<>();
    private final List<StudyEvent.Reached> reached = new ArrayList<>();
    private boolean dropped;
    private int droppedAtRung;
    private boolean thawed;
    /** The epochs it was trained for when it last continued. */
    private int thawedAt;

    private @Nullable Text outcome;
    private double ended = Double.NaN;

    /** One of its runs, in the order in which they were started; {@code end} is null until it has ended. */
    public static final class RunNow {
        public final long run;
        public final long seed;
        public final boolean confirming;
        public StudyEvent.@Nullable Ended end;

        RunNow(long run, long seed, boolean confirming) {
            this.run = run;
            this.seed = seed;
            this.confirming = confirming;
        }

        public boolean finished() {
            return end != null && end.state() == TrialState.FINISHED;
        }
    }

    TrialNow(StudyEvent.Added added, double seconds) {
        this.added = added;
        begun = seconds;
        runs.add(new RunNow(added.run(), added.seed(), false));
    }

    void repeated(StudyEvent.Repeated event) {
        runs.add(new RunNow(event.run(), event.seed(), event.confirming()));
        if (!event.confirming()) {
            dropped = false;
            outcome = null;
        }
    }

    void reached(StudyEvent.Reached event) {
        reached.add(event);
    }

    void dropped(StudyEvent.Dropped event) {
        dropped = true;
        droppedAtRung = event.rung();
        outcome = event.why();
    }

    void thawed() {
        dropped = false;
        thawed = true;
        outcome = null;
        thawedAt = epoch();
    }

    void ended(StudyEvent.Ended event, double seconds) {
        for (RunNow run : runs) {
            if (run.run == event.run() && run.end == null) {
                run.end = event;
                // A failure with a further seed says nothing about the trial.
                outcome = run.confirming ? outcome : event.why();
                ended = seconds;
                return;
            }
        }
    }

    /** The event if the run in progress is stopped: a further seed is not continued later. */
    public StudyEvent left(Text why) {
        return active().filter(run -> run.confirming)
                .<StudyEvent>map(run -> new StudyEvent.Ended(
                        number(), run.run, TrialState.STOPPED, 0, 0, Double.NaN, Map.of(), Double.NaN, why))
                .orElse(new StudyEvent.Dropped(number(), 0, why));
    }

    public StudyEvent.Added added() {
        return added;
    }

    public int number() {
        return added.trial();
    }

    public List<RunNow> runs() {
        return runs;
    }

    public List<StudyEvent.Reached> reached() {
        return reached;
    }

    /** The run in progress: neither ended nor stopped. */
    public Optional<RunNow> active() {
        RunNow last = runs.get(runs.size() - 1);
        return last.end == null && !(dropped && !last.confirming) ? Optional.of(last) : Optional.empty();
    }

    /** The last run of the search: the first, or its repetition after a failure. */
    public RunNow main() {
        RunNow main = runs.get(0);
        for (RunNow run : runs) {
            main = !run.confirming && !main.finished() ? run : main;
        }
        return main;
    }

    public TrialState state() {
        RunNow main = main();
        if (main.end != null) {
            return main.end.state();
        }
        return dropped ? TrialState.DROPPED : TrialState.RUNNING;
    }

    /** The figures of its finished runs without confirming ones. */
    List<Double> figures() {
        List<Double> figures = new ArrayList<>();
        for (RunNow run : runs) {
            StudyEvent.Ended end = run.end;
            if (end != null && run.finished() && !run.confirming) {
                figures.add(end.figure());
            }
        }
        return figures;
    }

    /** The figures of all its finished runs. */
    public List<Double> allFigures() {
        List<Double> figures = new ArrayList<>();
        for (RunNow run : runs) {
            StudyEvent.Ended end = run.end;
            if (end != null && run.finished()) {
                figures.add(end.figure());
            }
        }
        return figures;
    }

    /** The mean of runs that do not confirm; without any, that at its last rung, NaN before. */
    public double mean() {
        List<Double> figures = figures();
        if (!figures.isEmpty()) {
            return figures.stream().mapToDouble(f -> f).average().orElseThrow();
        }
        return reached.isEmpty() ? Double.NaN : reached.get(reached.size() - 1).figure();
    }

    /** The metrics of its best epoch; empty until it has ended. */
    public Map<String, Double> metrics() {
        StudyEvent.Ended end = main().end;
        return end == null ? Map.of() : end.metrics();
    }

    /** The best epoch if it has finished, else the last known one. */
    public int epoch() {
        StudyEvent.Ended end = main().end;
        if (end != null && end.bestEpoch() > 0) {
            return end.bestEpoch();
        }
        return reached.isEmpty() ? 0 : reached.get(reached.size() - 1).epoch();
    }

    /** The epochs that its runs were trained for, according to events. */
    public int trained() {
        int epochs = 0;
        for (RunNow run : runs) {
            StudyEvent.Ended end = run.end;
            epochs += end != null ? end.epochs() : 0;
        }
        return main().end == null && !reached.isEmpty()
                ? epochs + reached.get(reached.size() - 1).epoch()
                : epochs;
    }

    /** The same since it last continued; 0 if it never did. */
    public int trainedThawed() {
        return thawed ? Math.max(0, trained() - thawedAt) : 0;
    }

    public double secondsPerEpoch() {
        StudyEvent.Ended end = main().end;
        if (end != null) {
            return end.secondsPerEpoch();
        }
        return reached.isEmpty() ? Double.NaN : reached.get(reached.size() - 1).secondsPerEpoch();
    }

    /** The rung at which it was stopped last; 0 if stopped by the user or for lack of time. */
    public int droppedAtRung() {
        return droppedAtRung;
    }

    /** The cost of this many of its epochs: their work if known, else their seconds, else their number. */
    public double work(int epochs) {
        if (epochs == 0) {
            return 0;
        }
        double each = added.work();
        return epochs * (each > 0 ? each : secondsPerEpoch() > 0 ? secondsPerEpoch() : 1);
    }

    @Nullable
    public Text outcome() {
        return outcome;
    }

    public boolean thawedOnce() {
        return thawed;
    }

    public double begun() {
        return begun;
    }

    public double ended() {
        return ended;
    }
}
