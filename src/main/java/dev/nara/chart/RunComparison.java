package dev.nara.chart;

import dev.nara.data.DataException;
import dev.nara.run.Contest;
import dev.nara.run.RunEvent;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Several runs in one picture: loss above, one metric below, a colour and a dash a run; where runs of several splits stand
 * beside each other, a colour a run and a dash a split. Runs of one series, which differ by their seed, are one line, their mean, with a band of a standard deviation on both sides.
 */
public final class RunComparison {
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};
    private static final int BAND_ALPHA = 46;

    private final Palette palette;
    private final Locale locale;
    private final CurveOptions options;
    private final CombinedDomainXYPlot plot;
    /** The splits of the picture in order, each drawn in a dash of its own; empty where all runs have one protocol. */
    private List<String> splits = List.of();

    /**
     * A run to be drawn.
     *
     * @param series joins it to others, "" for none
     * @param split what it trained on, as in {@code --split}
     * @param candidates what it was evaluated among, as in {@code --candidates}
     */
    public record Curve(String name, String series, String split, String candidates, List<RunEvent.EpochDone> epochs) {
        /** Copies the list; epochs of pretraining are left out. */
        public Curve {
            epochs = epochs.stream().filter(e -> e.phase().equals("train")).toList();
        }

        /** A stored run. */
        public static Curve of(RunStore store, StoredRun run, String name, String series) throws DataException {
            return new Curve(
                    name, series, run.spec().split(), run.spec().candidates(), RunEvent.epochs(store.events(run.id())));
        }

        private Text protocol() {
            return Axes.candidates(candidates);
        }
    }

    /** The curves of stored runs, those of one setting joined. */
    public static List<Curve> curves(Contest contest, RunStore store) throws DataException {
        List<Curve> curves = new ArrayList<>();
        for (Contest.Contender contender : contest.contenders()) {
            String series = contender.runs().size() > 1 ? contender.title() : "";
            for (StoredRun run : contender.runs()) {
                curves.add(Curve.of(store, run, run.title(), series));
            }
        }
        return curves;
    }

    private RunComparison(Palette palette, Locale locale, CurveOptions options) {
        this.palette = palette;
        this.locale = locale;
        this.options = options;
        NumberAxis axis = Axes.along(options.along(), locale);
        style(axis);
        plot = new CombinedDomainXYPlot(axis);
        plot.setGap(14);
    }

    /** The runs' losses, and the metric, which some may not have. */
    public static JFreeChart of(
            List<Curve> curves, String metric, Palette palette, Locale locale, CurveOptions options) {
        RunComparison comparison = new RunComparison(palette, locale, options);
        boolean alike = curves.stream()
                        .map(curve -> List.of(curve.split(), curve.candidates()))
                        .distinct()
                        .count()
                == 1;
        if (!alike) {
            comparison.splits = curves.stream().map(Curve::split).distinct().toList();
        }
        Map<String, List<Curve>> groups = new LinkedHashMap<>();
        for (Curve each : curves) {
            Curve curve = alike ? each : comparison.marked(each);
            String key = curve.series().isEmpty() ? curve.name() : curve.series();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(curve);
        }
        comparison.add(groups, Axes.loss(options.logLoss(), locale), RunEvent.EpochDone::loss, 2, false);
        NumberAxis figures = new NumberAxis(metric);
        figures.setAutoRangeIncludesZero(false);
        comparison.add(groups, figures, e -> e.metrics().getOrDefault(metric, Double.NaN), 3, true);
        Text title = alike
                ? Text.of("chart.compare", curves.get(0).split(), curves.get(0).protocol())
                : Text.of("chart.compare.apart");
        JFreeChart chart = new JFreeChart(title.in(locale), ChartFonts.of(14), comparison.plot, false);
        chart.getTitle().setPaint(palette.text());
        chart.addLegend(Axes.legend(comparison.plot.getSubplots().get(1), palette));
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    /** With its protocol in its name, where runs of several stand beside each other; not joined to those of another. */
    private Curve marked(Curve curve) {
        String protocol = " · " + curve.split() + " · " + curve.protocol().in(locale);
        String joined = curve.series().isEmpty() ? "" : curve.series() + protocol;
        return new Curve(curve.name() + protocol, joined, curve.split(), curve.candidates(), curve.epochs());
    }

    private void add(
            Map<String, List<Curve>> groups,
            ValueAxis axis,
            ToDoubleFunction<RunEvent.EpochDone> value,
            int weight,
            boolean markBest) {
        style(axis);
        YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
        XYSeriesCollection best = new XYSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        XYLineAndShapeRenderer points = new XYLineAndShapeRenderer(false, true);
        int place = 0;
        for (List<Curve> group : groups.values()) {
            YIntervalSeries line = line(group, value);
            lines.addSeries(line);
            Color colour = palette.series().get(place % palette.series().size());
            renderer.setSeriesPaint(place, colour);
            renderer.setSeriesFillPaint(
                    place, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
            int dash = splits.size() > 1 ? splits.indexOf(group.get(0).split()) : place;
            renderer.setSeriesStroke(place, stroke(dash));
            XYSeries mark = new XYSeries("★ " + line.getKey());
            best.addSeries(mark);
            points.setSeriesPaint(place, colour);
            points.setSeriesShape(place, new Ellipse2D.Double(-4, -4, 8, 8));
            points.setSeriesVisibleInLegend(place, false);
            if (markBest) {
                mark(line, mark);
            }
            place++;
        }
        renderer.setAlpha(1);
        XYPlot part = new XYPlot(lines, null, axis, renderer);
        if (markBest) {
            part.setDataset(1, best);
            part.setRenderer(1, points);
        }
        Axes.style(part, palette);
        plot.add(part, weight);
    }

    private static BasicStroke stroke(int number) {
        float[] dash = DASHES[number % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2f)
                : new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** Where an epoch of one run stands, and a figure of it. */
    private record Point(double place, double figure) {}

    /** The mean of a group and a standard deviation (of a sample) around it, epoch by epoch. */
    private YIntervalSeries line(List<Curve> group, ToDoubleFunction<RunEvent.EpochDone> value) {
        Map<Integer, List<Point>> byEpoch = new TreeMap<>();
        for (Curve curve : group) {
            Travelled travelled = new Travelled(options.along());
            for (RunEvent.EpochDone epoch : curve.epochs()) {
                Point point = new Point(travelled.pass(epoch), value.applyAsDouble(epoch));
                if (Double.isFinite(point.figure)) {
                    byEpoch.computeIfAbsent(epoch.epoch(), e -> new ArrayList<>())
                            .add(point);
                }
            }
        }
        String first = group.get(0).name();
        String name = group.size() == 1
                ? first
                : Text.of("chart.series", first, group.size()).in(locale);
        YIntervalSeries line = new YIntervalSeries(name);
        for (List<Point> points : byEpoch.values()) {
            double place = points.stream().mapToDouble(Point::place).average().orElse(0);
            double mean = points.stream().mapToDouble(Point::figure).average().orElse(0);
            double squares = points.stream()
                    .mapToDouble(p -> (p.figure - mean) * (p.figure - mean))
                    .sum();
            double deviation = points.size() < 2 ? 0 : Math.sqrt(squares / (points.size() - 1));
            line.add(place, mean, mean - deviation, mean + deviation);
        }
        return line;
    }

    private static void mark(YIntervalSeries line, XYSeries mark) {
        int best = -1;
        for (int i = 0; i < line.getItemCount(); i++) {
            best = best < 0 || line.getYValue(i) > line.getYValue(best) ? i : best;
        }
        if (best >= 0) {
            mark.add(line.getX(best), line.getYValue(best));
        }
    }

    private void style(ValueAxis axis) {
        Axes.style(axis, palette);
        axis.setTickMarkPaint(palette.grid());
    }
}
