package dev.nara.chart;

import dev.nara.chart.PresetPath.Step;
import dev.nara.text.BareNumbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * The path from one setting to another, a bar per change: from the figure before it to the figure after it, with the interval of the
 * difference. Really better changes are green, really worse ones red, others grey.
 */
public final class Waterfall {
    private static final double WIDTH = .56;
    private static final double ABOVE = .012;
    private static final int TICKS = 5;
    private static final BasicStroke DOTTED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1.5f, 2.5f}, 0);

    private Waterfall() {}

    /** The start of the axis of figures. */
    static double start(PresetPath path) {
        Range range = range(path);
        double step = FigureAxis.step(range.getLength(), TICKS);
        return step * Math.floor((range.getLowerBound() - .2 * range.getLength()) / step);
    }

    /** The range of both ends and the intervals of all changes. */
    private static Range range(PresetPath path) {
        Range range = Range.expandToInclude(
                new Range(path.from().figure(), path.from().figure()), path.to().figure());
        double before = path.from().figure();
        for (Step step : path.steps()) {
            for (double figure : new double[] {before, before + step.low(), before + step.high()}) {
                range = Range.expandToInclude(range, figure);
            }
            before += step.difference();
        }
        return range.getLength() > 0 ? range : Range.expandToInclude(range, range.getLowerBound() + 1e-3);
    }

    /**
     * Draws the path.
     *
     * @param higherIsBetter whether a positive difference is an improvement
     */
    public static JFreeChart of(PresetPath path, boolean higherIsBetter, Palette palette) {
        StudyColours colours = StudyColours.of(palette);
        Range range = range(path);
        double start = start(path);
        Range shown = new Range(start, range.getUpperBound() + .16 * (range.getUpperBound() - start));
        double above = ABOVE * shown.getLength();
        XYPlot plot = new XYPlot(null, new StepNames(path, colours), FigureAxis.of(shown, TICKS, colours), null);
        Axes.style(plot, palette);
        plot.setBackgroundPaint(palette.background());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        draw(plot, path, higherIsBetter, colours, above);
        return PlaceBars.chart(plot, palette);
    }

    private static void draw(XYPlot plot, PresetPath path, boolean higherIsBetter, StudyColours colours, double above) {
        List<Step> steps = path.steps();
        Palette palette = colours.palette();
        double start = plot.getRangeAxis().getLowerBound();
        Color chosen = colours.selected(1);
        List<PlaceBars.Bar> bars = new ArrayList<>();
        List<PlaceBars.Whisker> whiskers = new ArrayList<>();
        bars.add(new PlaceBars.Bar(start, path.from().figure(), StudyColours.faint(colours.muted(), 40)));
        whiskers.add(none(path.from().figure()));
        double before = path.from().figure();
        for (int n = 0; n < steps.size(); n++) {
            Step step = steps.get(n);
            double after = before + step.difference();
            bars.add(new PlaceBars.Bar(before, after, colour(step, higherIsBetter, colours)));
            whiskers.add(new PlaceBars.Whisker(after, before + step.low(), before + step.high(), palette.text()));
            join(plot, n, before, colours);
            label(
                    plot,
                    n + 1,
                    Math.max(after, before + step.high()) + above,
                    BareNumbers.signed(step.difference()),
                    palette);
            before = after;
        }
        join(plot, steps.size(), before, colours);
        bars.add(new PlaceBars.Bar(start, path.to().figure(), StudyColours.faint(chosen, 40)));
        whiskers.add(none(path.to().figure()));
        end(plot, 0, path.from().figure(), colours.muted(), above, palette);
        end(plot, steps.size() + 1, path.to().figure(), chosen, above, palette);
        PlaceBars.whiskers(plot, 0, whiskers, false);
        PlaceBars.bars(plot, 1, bars, WIDTH);
    }

    private static PlaceBars.Whisker none(double figure) {
        return new PlaceBars.Whisker(figure, figure, figure, new Color(0, 0, 0, 0));
    }

    static Color colour(Step step, boolean higherIsBetter, StudyColours colours) {
        if (!step.real()) {
            return colours.palette().faint();
        }
        return step.difference() > 0 == higherIsBetter ? colours.good() : colours.bad();
    }

    private static void join(XYPlot plot, int after, double figure, StudyColours colours) {
        plot.addAnnotation(new XYLineAnnotation(
                after + WIDTH / 2, figure, after + 1 - WIDTH / 2, figure, DOTTED, colours.muted()));
    }

    private static void end(XYPlot plot, int place, double figure, Color colour, double above, Palette palette) {
        plot.addAnnotation(new XYLineAnnotation(
                place - WIDTH / 2,
                figure,
                place + WIDTH / 2,
                figure,
                new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER),
                colour));
        label(plot, place, figure + above, figure == 0 ? "0" : BareNumbers.signed(figure), palette);
    }

    private static void label(XYPlot plot, int place, double figure, String words, Palette palette) {
        XYTextAnnotation label = new XYTextAnnotation(words, place, figure);
        label.setFont(ChartFonts.bold(12));
        label.setPaint(palette.text());
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        plot.addAnnotation(label);
    }
}
