package dev.nara.chart;

import dev.nara.run.RunEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a picture of runs shows: losses and one metric.
 *
 * @param runs those drawn, the one on screen first
 * @param events of the one on screen, for the losses of its batches; empty for none
 * @param levels what cheap and strong algorithms reach
 * @param metric its name
 * @param planned what the right end of the axis stands for
 * @param seams where the one on screen was left and taken up again
 * @param progress how far the run on screen is
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

    /** A line across the figures; {@code strong} for what is harder to beat than popularity. */
    public record Level(String name, double figure, boolean strong) {}

    /**
     * How far a run is.
     *
     * @param place on the axis; NaN where nothing trains or has trained
     * @param state what it does there
     * @param done when it will be at its end, in words; "" while that is not known
     */
    public record Progress(double place, State state, String done) {
        /** Nothing has been trained. */
        public static final Progress NONE = new Progress(Double.NaN, State.ENDED, "");

        /** What a run does. */
        public enum State {
            TRAINS,
            PAUSED,
            ENDED
        }
    }

    /** Words in place of the losses and of the figures; "" where they are drawn. */
    public record Notes(String losses, String figures) {
        /** Both are drawn. */
        public static final Notes NONE = new Notes("", "");
    }

    /** The frame alone, with what to do next. */
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

    /** The losses of its batches, in order. */
    CurvePoints batches() {
        return shown().map(run -> BatchLine.of(events, options, run.batchSize(), 0))
                .orElse(new CurvePoints(List.of()));
    }

    /** The same after an exponential mean; nothing without one. */
    CurvePoints smoothed() {
        return options.smoothing() <= 0
                ? new CurvePoints(List.of())
                : shown().map(run -> BatchLine.of(events, options, run.batchSize(), options.smoothing()))
                        .orElse(new CurvePoints(List.of()));
    }
}
