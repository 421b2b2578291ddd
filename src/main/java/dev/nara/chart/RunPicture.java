package dev.nara.chart;

import dev.nara.run.RunEvent;
import java.util.List;
import java.util.Optional;

/**
 * The content of a chart of runs: losses and one metric.
 *
 * @param runs the runs to draw, the one on screen first
 * @param events of the run on screen, for its batch losses; empty for none
 * @param levels figures of cheap and strong algorithms
 * @param metric its name
 * @param planned the value at the right end of the axis
 * @param seams where the run on screen was interrupted and resumed
 * @param progress of the run on screen
 * @param notes why a plot is empty
 */
public record RunPicture(
        List<DrawnRun> runs,
        List<RunEvent> events,
        List<Level> levels,
        String metric,
        double planned,
        List<Double> seams,
        CurveOptions options,
        Progress progress,
        Notes notes) {
    /** Copies the lists. */
    public RunPicture {
        runs = List.copyOf(runs);
        events = List.copyOf(events);
        levels = List.copyOf(levels);
        seams = List.copyOf(seams);
    }

    /** A horizontal line; {@code strong} for algorithms harder to beat than popularity. */
    public record Level(String name, double figure, boolean strong) {}

    /**
     * The progress of a run.
     *
     * @param place on the axis; NaN if nothing trains or has trained
     * @param state of the run
     * @param done its expected end as text; "" if unknown
     */
    public record Progress(double place, State state, String done) {
        /** Nothing has been trained. */
        public static final Progress NONE = new Progress(Double.NaN, State.ENDED, "");

        /** What a run is doing. */
        public enum State {
            TRAINS,
            PAUSED,
            ENDED
        }
    }

    /** Texts in place of the losses and of the figures; "" if they are drawn. */
    public record Notes(String losses, String figures) {
        /** Both are drawn. */
        public static final Notes NONE = new Notes("", "");
    }

    /** The empty frame, with a hint on what to do next. */
    public static RunPicture empty(int epochs, String next) {
        return new RunPicture(
                List.of(),
                List.of(),
                List.of(),
                "",
                epochs,
                List.of(),
                CurveOptions.RAW,
                Progress.NONE,
                new Notes(" ", next));
    }

    /** The run on screen. */
    Optional<DrawnRun> shown() {
        return runs.stream().filter(run -> run.kind() == DrawnRun.Kind.SHOWN).findFirst();
    }

    /** Its batch losses, in order. */
    CurvePoints batches() {
        return shown().map(run -> BatchLine.of(events, options, run.batchSize(), 0))
                .orElse(new CurvePoints(List.of()));
    }

    /** The same after smoothing; empty without any. */
    CurvePoints smoothed() {
        return options.smoothing() <= 0
                ? new CurvePoints(List.of())
                : shown().map(run -> BatchLine.of(events, options, run.batchSize(), options.smoothing()))
                        .orElse(new CurvePoints(List.of()));
    }
}
