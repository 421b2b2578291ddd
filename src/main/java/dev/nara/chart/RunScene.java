package dev.nara.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The layout of a chart of runs in pixels, for drawing and for finding what is under the pointer. */
public final class RunScene {
    private static final int LOSS_STEPS = 3;
    private static final int FIGURE_STEPS = 5;
    private static final int MOST_READ = 4;

    private final RunPicture picture;
    private final CurveFrame frame;
    private final FigureTicks losses;
    private final FigureTicks figures;
    private final Locale locale;

    /** Of that size, in pixels. */
    public RunScene(RunPicture picture, double width, double height, Locale locale) {
        this.picture = picture;
        this.locale = locale;
        frame = CurveFrame.of(width, height, picture.planned());
        CurveOptions.Along along = picture.options().along();
        DoubleStream all = DoubleStream.concat(
                picture.options().logLoss() ? DoubleStream.empty() : quiet(picture.batches()),
                picture.runs().stream().flatMapToDouble(run -> seen(run.losses(along))));
        losses = picture.options().logLoss() ? FigureTicks.decades(all) : FigureTicks.of(all, LOSS_STEPS);
        double[] learnt = picture.runs().stream()
                .flatMapToDouble(run -> seen(run.figures(along, picture.metric())))
                .toArray();
        // Before any training the axis begins at 0: around a single level it would be too narrow.
        DoubleStream least = learnt.length == 0 ? DoubleStream.of(0) : DoubleStream.of(learnt);
        figures = FigureTicks.of(
                DoubleStream.concat(picture.levels().stream().mapToDouble(RunPicture.Level::figure), least),
                FIGURE_STEPS);
    }

    private DoubleStream seen(CurvePoints line) {
        return within(line).values();
    }

    /** Outliers among batches would flatten all lines: the highest and lowest percent may leave the plot. */
    private static DoubleStream quiet(CurvePoints batches) {
        double[] sorted = batches.values().sorted().toArray();
        int out = sorted.length / 100;
        return DoubleStream.of(sorted).skip(out).limit(Math.max(0, sorted.length - 2L * out));
    }

    /** The part of a line that is on the axis. */
    CurvePoints within(CurvePoints line) {
        return new CurvePoints(
                line.points().stream().filter(p -> frame.holds(p.place())).toList());
    }

    RunPicture picture() {
        return picture;
    }

    CurveFrame frame() {
        return frame;
    }

    FigureTicks losses() {
        return losses;
    }

    FigureTicks figures() {
        return figures;
    }

    Locale locale() {
        return locale;
    }

    CurvePoints losses(DrawnRun run) {
        return within(run.losses(picture.options().along()));
    }

    CurvePoints figures(DrawnRun run) {
        return within(run.figures(picture.options().along(), picture.metric()));
    }

    /**
     * A run's values at a position.
     *
     * @param figure NaN if it has none there
     * @param loss NaN if it has none there
     * @param lossY the y coordinate of the loss
     * @param figureY the y coordinate of the figure
     */
    public record Reading(DrawnRun run, double figure, double loss, double lossY, double figureY) {
        /** The loss in words. */
        public String lossWords() {
            return Double.isNaN(loss) ? "–" : DrawnRun.loss(loss);
        }
    }

    /** The values at a position of the axis: the run on screen, background runs and compared ones, at most four. */
    public record Readings(double place, double x, List<Reading> runs) {}

    /** The positions at which runs have points, in order. */
    public List<Double> places() {
        return picture.runs().stream()
                .flatMap(run -> Stream.concat(losses(run).points().stream(), figures(run).points().stream()))
                .map(CurvePoints.Point::place)
                .distinct()
                .sorted()
                .toList();
    }

    /** The position of the best point of the run on screen; NaN for none. */
    public double best() {
        return picture.shown()
                .flatMap(run -> run.best(picture.options().along(), picture.metric()))
                .map(best -> best.point().place())
                .orElse(Double.NaN);
    }

    /** The value on the axis at an x coordinate. */
    public double place(double x) {
        return frame.place(x);
    }

    /** The top and the bottom of the plots. */
    public double top() {
        return frame.lossTop();
    }

    /** See {@link #top}. */
    public double bottom() {
        return frame.bottom();
    }

    /** The right end of the plots. */
    public double right() {
        return frame.right();
    }

    /** The values at the point nearest to a position. */
    public Readings read(double near) {
        List<Double> places = places();
        double place = places.stream()
                .reduce((one, other) -> Math.abs(other - near) < Math.abs(one - near) ? other : one)
                .orElse(near);
        double half = places.size() < 2 ? 0 : (places.get(places.size() - 1) - places.get(0)) / (places.size() - 1) / 2;
        List<Reading> read = new ArrayList<>();
        for (DrawnRun run : picture.runs()) {
            double loss = value(losses(run), place, half);
            double figure = value(figures(run), place, half);
            if (read.size() < MOST_READ && !(Double.isNaN(loss) && Double.isNaN(figure))) {
                read.add(new Reading(run, figure, loss, frame.loss(losses, loss), frame.figure(figures, figure)));
            }
        }
        return new Readings(place, frame.x(place), read);
    }

    private static double value(CurvePoints line, double place, double half) {
        return line.at(place, half).stream()
                .mapToDouble(n -> line.points().get(n).value())
                .findFirst()
                .orElse(Double.NaN);
    }
}
