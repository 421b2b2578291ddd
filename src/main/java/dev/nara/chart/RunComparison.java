package dev.nara.chart;

import dev.nara.analysis.Contender;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SeriesShare;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Several runs in one picture: loss above, one metric below, a colour and a dash a run; where runs of several splits stand
 * beside each other, a colour a run and a dash a split. Where all are of one protocol, references are dotted lines. Runs of one series, which differ by their seed, are one line, their mean, with a band of a standard deviation on both sides.
 */
public final class RunComparison {
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};
    private static final int BAND_ALPHA = 46;

    private static final int FAINT = 110;
    private final Palette palette;
    private final Locale locale;
    private final ComparedLines lines;
    private final CombinedDomainXYPlot plot;
    private final JFreeChart chart;
    private final boolean alike;
    private final String metric;
    private final ReferenceLines references;
    private final Part loss;
    private final Part figure;
    private final XYSeriesCollection batches = new XYSeriesCollection();
    /** The splits of the picture in order, each drawn in a dash of its own; empty where all runs have one protocol. */
    private final List<String> splits;

    /** One of the plots: its lines, a point on the best of each, and what they show. */
    private record Part(
            YIntervalSeriesCollection lines, XYSeriesCollection best, ToDoubleFunction<RunEvent.EpochDone> value) {
        static Part of(ToDoubleFunction<RunEvent.EpochDone> value) {
            return new Part(new YIntervalSeriesCollection(), new XYSeriesCollection(), value);
        }
    }

    /** The metrics that some of the runs have, those of the first first. */
    public static List<String> metrics(List<RunCurve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.epochs().stream())
                .flatMap(epoch -> epoch.metrics().keySet().stream())
                .distinct()
                .toList();
    }

    /** The curves of stored runs, those of one setting joined, with what their means are of in that language. */
    public static List<RunCurve> curves(SettingsComparison comparison, RunStore store, Locale locale)
            throws DataException {
        List<RunCurve> curves = new ArrayList<>();
        for (Contender contender : comparison.contenders()) {
            String series = contender.runs().size() > 1 ? contender.title() : "";
            String share = contender.share().map(words -> words.in(locale)).orElse("");
            for (StoredRun run : contender.runs()) {
                curves.add(RunCurve.of(store, run, run.title(), series, share));
            }
        }
        return curves;
    }

    /** The curves of stored runs, those of one series joined; one that failed or was stopped stands on its own. */
    public static List<RunCurve> curves(List<StoredRun> runs, RunStore store, Locale locale) throws DataException {
        List<StoredRun> all = store.list();
        List<RunCurve> curves = new ArrayList<>();
        for (StoredRun run : runs) {
            boolean lost = run.state().ended() && !RunFigures.isTold(run);
            List<StoredRun> seeds = runs.stream()
                    .filter(other -> other.series().equals(run.series())
                            && !(other.state().ended() && !RunFigures.isTold(other)))
                    .toList();
            String share = lost || run.series().isEmpty()
                    ? ""
                    : SeriesShare.of(store, seeds, all)
                            .words()
                            .map(words -> words.in(locale))
                            .orElse("");
            String name = run.title() + " "
                    + Text.of("algorithm." + run.spec().algorithm()).in(locale);
            curves.add(RunCurve.of(store, run, name, lost ? "" : run.series(), share));
        }
        return curves;
    }

    /** The runs' losses, and the metric, which some may not have. */
    public static JFreeChart of(
            List<RunCurve> curves, String metric, Palette palette, Locale locale, CurveOptions options) {
        return new RunComparison(curves, metric, palette, locale, options).chart();
    }

    /** The same, to be brought up to date while runs train. */
    public RunComparison(List<RunCurve> curves, String metric, Palette palette, Locale locale, CurveOptions options) {
        this.palette = palette;
        this.locale = locale;
        this.metric = metric;
        this.lines = new ComparedLines(options, locale);
        alike = curves.stream()
                        .map(curve -> List.of(curve.data(), curve.split(), curve.candidates(), curve.part()))
                        .distinct()
                        .count()
                == 1;
        splits = alike
                ? List.of()
                : curves.stream().map(RunCurve::split).distinct().toList();
        NumberAxis axis = Axes.along(options.along(), locale);
        style(axis);
        plot = new CombinedDomainXYPlot(axis);
        plot.setGap(14);
        loss = Part.of(RunEvent.EpochDone::loss);
        figure = Part.of(e -> e.metrics().getOrDefault(metric, Double.NaN));
        List<List<RunCurve>> groups = groups(curves);
        plot.add(withBatches(plot(loss, groups, Axes.loss(options.logLoss(), locale))), 2);
        NumberAxis figures = new NumberAxis(alike ? curves.get(0).label(metric).in(locale) : metric);
        figures.setAutoRangeIncludesZero(false);
        plot.add(plot(figure, groups, figures), 3);
        references = new ReferenceLines(plot.getSubplots().get(1), 2, locale);
        Text title = alike
                ? Text.of(
                        "chart.compare",
                        curves.get(0).data(),
                        curves.get(0).split(),
                        curves.get(0).protocol())
                : Text.of("chart.compare.apart");
        chart = new JFreeChart(title.in(locale), ChartFonts.of(14), plot, false);
        chart.getTitle().setPaint(palette.text());
        chart.addLegend(Axes.legend(plot.getSubplots().get(1), palette));
        chart.setBackgroundPaint(palette.background());
        show(curves);
    }

    /** The chart itself. */
    public JFreeChart chart() {
        return chart;
    }

    /** Shows what the same runs have learnt until now, and redraws once; what was zoomed in on stays so. */
    public void show(List<RunCurve> curves) {
        chart.setNotify(false);
        List<List<RunCurve>> groups = groups(curves);
        fill(loss, groups);
        fill(figure, groups);
        for (int place = 0; place < groups.size(); place++) {
            ComparedLines.mark(figure.lines.getSeries(place), figure.best.getSeries(place));
        }
        if (alike && figure.lines.getSeries(0).getItemCount() > 0) {
            double at = figure.lines.getSeries(0).getX(0).doubleValue();
            references.show(curves.get(0).references(), metric, at, palette);
        }
        batches.removeAllSeries();
        groups.forEach(group -> batches.addSeries(lines.smooth(group)));
        chart.setNotify(true);
    }

    private void fill(Part part, List<List<RunCurve>> groups) {
        part.lines.removeAllSeries();
        part.best.removeAllSeries();
        for (List<RunCurve> group : groups) {
            YIntervalSeries line = lines.mean(group, part.value);
            part.lines.addSeries(line);
            part.best.addSeries(new XYSeries("★ " + line.getKey()));
        }
    }

    private List<List<RunCurve>> groups(List<RunCurve> curves) {
        Map<String, List<RunCurve>> groups = new LinkedHashMap<>();
        for (RunCurve each : curves) {
            RunCurve curve = alike ? each : marked(each);
            String key = curve.series().isEmpty() ? curve.name() : curve.series();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(curve);
        }
        return List.copyOf(groups.values());
    }

    /** With its protocol in its name, where runs of several stand beside each other; not joined to those of another. */
    private RunCurve marked(RunCurve curve) {
        String protocol = " · " + curve.data() + " · " + curve.split() + " · "
                + curve.protocol().in(locale) + " · " + curve.part().words().in(locale);
        String joined = curve.series().isEmpty() ? "" : curve.series() + protocol;
        return curve.named(curve.name() + protocol, joined);
    }

    private XYPlot plot(Part part, List<List<RunCurve>> groups, ValueAxis axis) {
        style(axis);
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        XYLineAndShapeRenderer points = new XYLineAndShapeRenderer(false, true);
        for (int place = 0; place < groups.size(); place++) {
            Color colour = colour(place);
            renderer.setSeriesPaint(place, colour);
            renderer.setSeriesFillPaint(place, faint(colour, BAND_ALPHA));
            int dash =
                    splits.size() > 1 ? splits.indexOf(groups.get(place).get(0).split()) : place;
            renderer.setSeriesStroke(place, stroke(dash));
            points.setSeriesPaint(place, colour);
            points.setSeriesShape(place, new Ellipse2D.Double(-4, -4, 8, 8));
            points.setSeriesVisibleInLegend(place, false);
        }
        renderer.setAlpha(1);
        XYPlot drawn = new XYPlot(part.lines, null, axis, renderer);
        drawn.setDataset(1, part.best);
        drawn.setRenderer(1, points);
        Axes.style(drawn, palette);
        return drawn;
    }

    /** Behind the losses of epochs those of batches, smoothed; of single runs only. */
    private XYPlot withBatches(XYPlot losses) {
        SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
        for (int place = 0; place < palette.series().size(); place++) {
            renderer.setSeriesPaint(place, faint(colour(place), FAINT));
            renderer.setSeriesStroke(place, new BasicStroke(1f));
        }
        losses.setDataset(2, batches);
        losses.setRenderer(2, renderer);
        return losses;
    }

    private Color colour(int place) {
        return palette.series().get(place % palette.series().size());
    }

    private static Color faint(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private static BasicStroke stroke(int number) {
        float[] dash = DASHES[number % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2f)
                : new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private void style(ValueAxis axis) {
        Axes.style(axis, palette);
        axis.setTickMarkPaint(palette.grid());
    }
}
