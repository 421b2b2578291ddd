package dev.nara.chart;

import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.chart.StudyCourse.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationStepRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * The best figure of a study over its minutes: a stair of means with a 95% band, every trial with its symbol, references as named lines,
 * the user's actions below the axis, and the prediction shaded. The axis of minutes covers the whole budget; that of figures fits the best
 * two thirds of the trials, and the others are counted.
 */
public final class BestSoFar {
    private static final double LARGER = 1.35;
    /** Symbols are smaller if there are many trials. */
    private static final int MANY = 300;

    private static final double SMALLER = .6;
    private static final int TICKS = 5;

    private BestSoFar() {}

    /** Draws a study. */
    public static JFreeChart of(StudyCourse course, Palette palette, Locale locale) {
        StudyColours colours = StudyColours.of(palette);
        Range range = BestRange.of(course);
        XYPlot plot = new XYPlot(
                stair(course),
                new MinutesAxis(course, colours, locale),
                FigureAxis.of(range, TICKS, colours),
                stairs(colours));
        Axes.style(plot, palette);
        plot.setBackgroundPaint(palette.background());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        if (!BestRange.known(course)) {
            Axes.withoutScale(plot.getRangeAxis());
            plot.setRangeGridlinesVisible(false);
        }
        addMarks(plot, course, colours, range);
        for (Line line : course.lines()) {
            plot.addRangeMarker(
                    new ValueMarker(line.figure(), BestWords.colour(line, colours), stroke(line)), Layer.BACKGROUND);
        }
        if (!course.ahead().isEmpty()) {
            IntervalMarker ahead = new IntervalMarker(course.now(), course.budget(), palette.grid());
            ahead.setAlpha(.4f);
            plot.addDomainMarker(ahead, Layer.BACKGROUND);
            plot.addDomainMarker(
                    new ValueMarker(course.now(), colours.accent(), new BasicStroke(1.2f)), Layer.BACKGROUND);
        }
        plot.addAnnotation(new BestWords(course, colours, BestRange.below(course, range, locale)));
        JFreeChart chart = new JFreeChart("", ChartFonts.of(14), plot, false);
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    /** Draws an empty picture. */
    public static JFreeChart none(Palette palette) {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(palette.background());
        plot.setOutlineVisible(false);
        return PlaceBars.chart(plot, palette);
    }

    private static BasicStroke stroke(Line line) {
        return switch (line.kind()) {
            case STARRED -> new BasicStroke(1.6f);
            case PRESET -> dashed(6, 4);
            case OTHER -> dashed(1.6f, 3);
        };
    }

    private static BasicStroke dashed(float on, float off) {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }

    private static YIntervalSeriesCollection stair(StudyCourse course) {
        YIntervalSeries stair = new YIntervalSeries("best");
        for (Point point : course.best()) {
            add(stair, point.minutes(), point);
        }
        if (!course.best().isEmpty()) {
            add(stair, course.now(), course.best().get(course.best().size() - 1));
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        data.addSeries(stair);
        return data;
    }

    private static void add(YIntervalSeries stair, double minutes, Point point) {
        double half = point.half();
        stair.add(minutes, point.mean(), point.mean() - half, point.mean() + half);
    }

    private static DeviationStepRenderer stairs(StudyColours colours) {
        DeviationStepRenderer stairs = new DeviationStepRenderer(true, false);
        stairs.setAlpha(1);
        stairs.setSeriesPaint(0, colours.accent());
        stairs.setSeriesFillPaint(0, colours.band());
        stairs.setSeriesStroke(0, new BasicStroke(2f));
        return stairs;
    }

    /** One series per symbol, and above them one per selected trial, in its own colour; trials without a figure are at the bottom. */
    private static void addMarks(XYPlot plot, StudyCourse course, StudyColours colours, Range range) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (StudyMark mark : StudyMark.values()) {
            XYSeries series = new XYSeries(mark, false, true);
            for (Mark each : course.marks()) {
                if (each.mark() == mark && each.selected() < 0) {
                    add(series, each, course, range);
                }
            }
            Shape shape = course.marks().size() > MANY ? scaled(mark, SMALLER) : mark.shape();
            add(data, renderer, series, shape, colours.of(mark));
        }
        for (Mark each : course.marks()) {
            if (each.selected() >= 0) {
                XYSeries series = new XYSeries(each.trial(), false, true);
                add(series, each, course, range);
                add(data, renderer, series, scaled(each.mark(), LARGER), colours.selected(each.selected()));
            }
        }
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    private static Shape scaled(StudyMark mark, double scale) {
        return AffineTransform.getScaleInstance(scale, scale).createTransformedShape(mark.shape());
    }

    private static void add(XYSeries series, Mark each, StudyCourse course, Range range) {
        if (Double.isFinite(each.figure())) {
            series.add(each.minutes(), each.figure());
        } else if (each.mark() == StudyMark.FAILED) {
            double inside = .035 * range.getLength();
            series.add(
                    each.minutes(),
                    course.higherIsBetter() ? range.getLowerBound() + inside : range.getUpperBound() - inside);
        }
    }

    private static void add(
            XYSeriesCollection data, XYLineAndShapeRenderer renderer, XYSeries series, Shape shape, Color colour) {
        renderer.setSeriesShape(data.getSeriesCount(), shape);
        renderer.setSeriesPaint(data.getSeriesCount(), colour);
        data.addSeries(series);
    }
}
