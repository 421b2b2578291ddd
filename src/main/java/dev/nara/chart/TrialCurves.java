package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The learning curves of all trials of a study over their work, with rungs as vertical lines. Stopped trials are faded, selected ones in
 * their own colours. The axis of figures fits the final figures of the best two thirds.
 */
public final class TrialCurves {
    private static final double FITTED = 2 / 3.0;
    private static final int FADED = 70;
    private static final int PLAIN = 150;
    private static final int TICKS = 6;

    private TrialCurves() {}

    /** A figure after an amount of work. */
    public record Spot(double work, double figure) {}

    /**
     * A trial.
     *
     * @param spots by ascending work
     * @param selected its index among the selected trials, -1 if it is not selected
     */
    public record Curve(int trial, List<Spot> spots, StudyMark mark, int selected) {
        /** Copies the list without missing figures. */
        public Curve {
            spots = spots.stream().filter(s -> Double.isFinite(s.figure())).toList();
        }

        private Spot last() {
            return spots.get(spots.size() - 1);
        }
    }

    /** A rung. */
    public record Rung(double work, String name) {}

    /**
     * The chart's content.
     *
     * @param work the title of its axis
     * @param goal the metric of the figures
     */
    public record Content(List<Curve> curves, List<Rung> rungs, String work, String goal, boolean higherIsBetter) {
        /** Copies the lists without empty curves. */
        public Content {
            curves = curves.stream().filter(c -> !c.spots().isEmpty()).toList();
            rungs = List.copyOf(rungs);
        }
    }

    /** Draws the curves. */
    public static JFreeChart of(Content content, Palette palette) {
        List<Curve> curves = content.curves();
        StudyColours colours = StudyColours.of(palette);
        NumberAxis across = Axes.figures(content.work(), palette);
        across.setTickMarksVisible(false);
        across.setUpperMargin(.09);
        NumberAxis up = FigureAxis.of(fit(curves, content.higherIsBetter()), TICKS, colours);
        up.setLabel(content.goal());
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setDrawSeriesLineAsPath(true);
        Predicate<Curve> dropped = c -> c.mark() == StudyMark.DROPPED || c.mark() == StudyMark.FAILED;
        Predicate<Curve> selected = c -> c.selected() >= 0;
        joined(data, renderer, curves, dropped.and(selected.negate()), StudyColours.faint(colours.muted(), FADED));
        joined(data, renderer, curves, dropped.or(selected).negate(), StudyColours.faint(colours.muted(), PLAIN));
        for (StudyMark mark : StudyMark.values()) {
            ends(data, renderer, curves, c -> c.mark() == mark && c.selected() < 0, mark.shape(), colours.of(mark));
        }
        for (Curve curve : curves) {
            if (selected.test(curve)) {
                Color colour = colours.selected(curve.selected());
                joined(data, renderer, curves, curve::equals, colour);
                renderer.setSeriesStroke(data.getSeriesCount() - 1, new BasicStroke(2.4f));
                ends(data, renderer, curves, curve::equals, curve.mark().shape(), colour);
            }
        }
        XYPlot plot = new XYPlot(data, across, up, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        Axes.style(plot, palette);
        plot.setBackgroundPaint(palette.background());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        scales(plot, curves);
        plot.setOutlineVisible(false);
        content.rungs().forEach(rung -> plot.addDomainMarker(marker(rung, colours), Layer.BACKGROUND));
        JFreeChart chart = new JFreeChart("", ChartFonts.of(14), plot, false);
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    /** Before the first figure there are none. */
    private static void scales(XYPlot plot, List<Curve> curves) {
        if (curves.isEmpty()) {
            Axes.withoutScale(plot.getDomainAxis());
            Axes.withoutScale(plot.getRangeAxis());
            plot.setRangeGridlinesVisible(false);
        }
    }

    private static ValueMarker marker(Rung rung, StudyColours colours) {
        ValueMarker line = new ValueMarker(
                rung.work(),
                colours.palette().faint(),
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0));
        line.setLabel(rung.name());
        line.setLabelFont(ChartFonts.of(11));
        line.setLabelPaint(colours.muted());
        line.setLabelBackgroundColor(StudyColours.faint(colours.palette().background(), 0));
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return line;
    }

    /** Many curves as one with gaps, which is drawn at once. */
    private static void joined(
            XYSeriesCollection data,
            XYLineAndShapeRenderer renderer,
            List<Curve> curves,
            Predicate<Curve> those,
            Color colour) {
        XYSeries series = new XYSeries(data.getSeriesCount(), false, true);
        for (Curve curve : curves) {
            if (those.test(curve)) {
                curve.spots().forEach(spot -> series.add(spot.work(), spot.figure(), false));
                series.add(curve.last().work(), Double.NaN, false);
            }
        }
        int place = data.getSeriesCount();
        renderer.setSeriesPaint(place, colour);
        renderer.setSeriesStroke(place, new BasicStroke(1.2f));
        renderer.setSeriesShapesVisible(place, false);
        data.addSeries(series);
    }

    private static void ends(
            XYSeriesCollection data,
            XYLineAndShapeRenderer renderer,
            List<Curve> curves,
            Predicate<Curve> those,
            Shape shape,
            Color colour) {
        XYSeries series = new XYSeries(data.getSeriesCount(), false, true);
        curves.stream()
                .filter(those)
                .forEach(curve -> series.add(curve.last().work(), curve.last().figure(), false));
        int place = data.getSeriesCount();
        renderer.setSeriesPaint(place, colour);
        renderer.setSeriesShape(place, shape);
        renderer.setSeriesLinesVisible(place, false);
        data.addSeries(series);
    }

    private static Range fit(List<Curve> curves, boolean higherIsBetter) {
        Comparator<Double> best = higherIsBetter ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Double> ends = curves.stream()
                .map(curve -> curve.last().figure())
                .sorted(best)
                .limit((long) Math.ceil(FITTED * curves.size()))
                .sorted()
                .toList();
        if (ends.isEmpty() || ends.get(0).equals(ends.get(ends.size() - 1))) {
            double figure = ends.isEmpty() ? 0 : ends.get(0);
            return new Range(figure - .01, figure + .01);
        }
        Range range = new Range(ends.get(0), ends.get(ends.size() - 1));
        double worse = .4;
        double better = .12;
        return Range.expand(range, higherIsBetter ? worse : better, higherIsBetter ? better : worse);
    }
}
