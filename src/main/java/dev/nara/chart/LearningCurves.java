package dev.nara.chart;

import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.reference.Reference;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DefaultDrawingSupplier;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Loss above, metrics below, over one axis of epochs: what a run's events look like, live and replayed alike. The
 * loss of batches, raw and smoothed, is drawn faint behind the loss of epochs; popularity is a dashed line, references are
 * dotted ones; the best epoch is marked, and where the run was left and taken up again. Metrics are of the part that decides;
 * what the run is told by stands below the title. Not safe for several threads.
 */
public final class LearningCurves {
    /** Of more epochs the points would make a band of the line. */
    private static final int MOST_MARKED = 60;

    private static final Shape[] SHAPES = DefaultDrawingSupplier.DEFAULT_SHAPE_SEQUENCE;

    private static final float[] DASH = {6, 4};
    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    private final Locale locale;
    private final JFreeChart chart;
    private final CombinedDomainXYPlot plot;
    private final XYPlot lossPlot;
    private final XYPlot metricPlot;
    private final CurveOptions options;
    private final Travelled travelled;
    private final XYSeries batchLoss;
    private final XYSeries smoothLoss;
    private final XYSeries epochLoss;
    private final Map<String, XYSeries> metrics = new LinkedHashMap<>();
    private final XYSeriesCollection metricData = new XYSeriesCollection();
    private final TextTitle told = new TextTitle("", ChartFonts.of(12));
    private Map<String, Double> baseline = Map.of();
    private Part part = Part.TEST;
    private Palette palette;
    private final ReferenceLines referenceLines;
    private final PreviousLines previousLines;
    private List<Reference> references = List.of();
    private final List<Double> seams = new ArrayList<>();
    private final ExponentialMean smooth;
    private boolean standing;
    private double bestPlace;
    private int bestEpoch;

    /** An empty chart, drawn as usual. */
    public LearningCurves(Palette palette, Locale locale) {
        this(palette, locale, CurveOptions.USUAL, 1);
    }

    /** An empty chart, for a run of that many examples a step. */
    public LearningCurves(Palette palette, Locale locale, CurveOptions options, int batchSize) {
        this.options = options;
        travelled = new Travelled(options.along(), batchSize);
        smooth = new ExponentialMean(options.smoothing());
        this.palette = palette;
        this.locale = locale;
        batchLoss = new XYSeries(Text.of("chart.batch.loss").in(locale));
        smoothLoss = new XYSeries(Text.of("chart.smooth.loss").in(locale));
        epochLoss = new XYSeries(Text.of("chart.epoch.loss").in(locale));
        lossPlot = lossPlot();
        metricPlot = metricPlot();
        referenceLines = new ReferenceLines(metricPlot, 1, locale);
        previousLines = new PreviousLines(lossPlot, metricPlot, options.along());
        plot = new CombinedDomainXYPlot(Axes.along(options.along(), locale));
        plot.add(lossPlot, 2);
        plot.add(metricPlot, 3);
        plot.setGap(14);
        chart = new JFreeChart("", ChartFonts.of(14), plot, false);
        chart.addLegend(Axes.legend(plot, palette));
        told.setVisible(false);
        chart.addSubtitle(0, told);
        colour(palette);
    }

    private XYPlot lossPlot() {
        SamplingXYLineRenderer raw = new SamplingXYLineRenderer();
        raw.setSeriesVisibleInLegend(0, false);
        raw.setSeriesVisibleInLegend(1, false);
        XYLineAndShapeRenderer points = new XYLineAndShapeRenderer(true, true);
        ValueAxis axis = Axes.loss(options.logLoss(), locale);
        XYPlot loss = new XYPlot(new XYSeriesCollection(epochLoss), null, axis, points);
        XYSeriesCollection batches = new XYSeriesCollection(batchLoss);
        batches.addSeries(smoothLoss);
        loss.setDataset(1, batches);
        loss.setRenderer(1, raw);
        return loss;
    }

    private XYPlot metricPlot() {
        NumberAxis axis = new NumberAxis(Text.of("chart.metrics").in(locale));
        return new XYPlot(metricData, null, axis, new XYLineAndShapeRenderer(true, true));
    }

    /** The chart itself. */
    public JFreeChart chart() {
        return chart;
    }

    /** Draws what cheap and strong algorithms reach, by the metric that decides, in place of what was drawn of them before. */
    public void references(List<Reference> known) {
        if (!known.equals(references)) {
            references = List.copyOf(known);
            drawReferences();
        }
    }

    /** Draws an earlier run behind the curves, in place of the one before. */
    public void previous(PreviousCurve curve) {
        previousLines.show(curve);
    }

    private void drawReferences() {
        for (Map.Entry<String, XYSeries> first : metrics.entrySet()) {
            if (first.getValue().getItemCount() > 0) {
                referenceLines.show(
                        references, first.getKey(), first.getValue().getX(0).doubleValue(), palette);
            }
            return;
        }
    }

    /** Takes many events at once and redraws once. */
    public void add(List<RunEvent> events) {
        chart.setNotify(false);
        // Else the axes would look through all points anew for every point.
        List<XYSeries> losses = List.of(batchLoss, smoothLoss, epochLoss);
        losses.forEach(series -> series.setNotify(false));
        metrics.values().forEach(series -> series.setNotify(false));
        events.forEach(this::add);
        boolean marked = epochLoss.getItemCount() <= MOST_MARKED;
        for (XYPlot part : List.of(lossPlot, metricPlot)) {
            ((XYLineAndShapeRenderer) part.getRenderer(0)).setDefaultShapesVisible(marked);
        }
        losses.forEach(series -> series.setNotify(true));
        metrics.values().forEach(series -> series.setNotify(true));
        drawReferences();
        chart.setNotify(true);
    }

    private void add(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            Text title = Text.of(
                    "chart.title",
                    Text.of("algorithm." + started.algorithm()),
                    started.split(),
                    Axes.candidates(started.candidates()));
            chart.setTitle((started.data().isEmpty() ? "" : started.data() + " · ") + title.in(locale));
            chart.getTitle().setPaint(palette.text());
            baseline = started.baseline();
            part = started.epochPart();
            if (started.evaluatedUsers() == 0) {
                saysNothing(metricPlot, "chart.metrics.none");
            } else if (started.chosenOnTest()) {
                told(Text.of("stage.CHOSEN_ON_TEST"));
            }
        } else if (event instanceof RunEvent.Batch batch && Double.isFinite(batch.loss()) && batch.loss() != 0) {
            addBatch(batch);
        } else if (event instanceof RunEvent.EpochDone epoch) {
            addEpoch(epoch);
        } else if (event instanceof RunEvent.Tested tested && !tested.metrics().isEmpty()) {
            told(Text.of("chart.tested", tested.epoch(), Numbers.figures(tested.metrics())));
        } else if (event instanceof RunEvent.Resumed resumed && (resumed.takenUp() || !standing)) {
            seams.add(travelled.now());
            mark();
        }
        standing = event instanceof RunEvent.Paused paused && !paused.left();
    }

    /** Why a plot is empty. */
    private void saysNothing(XYPlot empty, String key) {
        empty.setNoDataMessage(Text.of(key).in(locale));
        empty.setNoDataMessageFont(ChartFonts.of(12));
        empty.setNoDataMessagePaint(palette.text());
    }

    /** What the run is told by, apart from its curves, which are of the part that decides. */
    private void told(Text words) {
        told.setText(words.in(locale));
        told.setVisible(true);
    }

    private void addBatch(RunEvent.Batch batch) {
        double place = travelled.at(batch);
        batchLoss.addOrUpdate(place, batch.loss());
        if (options.smoothing() > 0) {
            smoothLoss.addOrUpdate(place, smooth.next(batch.loss()));
        }
    }

    /** Pretraining epochs stand on the axis before those of the training proper. */
    private void addEpoch(RunEvent.EpochDone epoch) {
        double place = travelled.pass(epoch);
        if (epoch.loss() == 0) {
            // What is learnt at once has no loss.
            saysNothing(lossPlot, "chart.loss.none");
        } else {
            epochLoss.addOrUpdate(place, epoch.loss());
        }
        for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
            if (!CutoffMetric.isCoverage(metric.getKey())) {
                series(metric.getKey()).addOrUpdate(place, metric.getValue().doubleValue());
            }
        }
        if (epoch.best() && !epoch.metrics().isEmpty()) {
            bestPlace = place;
            bestEpoch = epoch.epoch();
            mark();
        }
    }

    private XYSeries series(String metric) {
        XYSeries known = metrics.get(metric);
        if (known != null) {
            return known;
        }
        XYSeries series = new XYSeries(part.of(metric).in(locale));
        metrics.put(metric, series);
        metricData.addSeries(series);
        style(metricData.getSeriesCount() - 1);
        previousLines.by(metrics.keySet().iterator().next());
        Double figure = baseline.get(metric);
        if (figure != null) {
            ValueMarker line = new ValueMarker(figure);
            line.setPaint(colourOf(metricData.getSeriesCount() - 1));
            line.setLabelBackgroundColor(TRANSPARENT);
            line.setStroke(dashed());
            if (metrics.size() == 1) {
                line.setLabel(Text.of("chart.popularity").in(locale));
                line.setLabelFont(ChartFonts.of(11));
                line.setLabelPaint(palette.text());
                line.setLabelAnchor(RectangleAnchor.TOP_LEFT);
                line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
            }
            metricPlot.addRangeMarker(line);
        }
        return series;
    }

    /** The best epoch, and where the run was left and taken up again. */
    private void mark() {
        metricPlot.clearDomainMarkers();
        lossPlot.clearDomainMarkers();
        if (bestEpoch > 0) {
            ValueMarker best = new ValueMarker(bestPlace, palette.faint(), new BasicStroke(1.4f));
            best.setLabel(Text.of("chart.best", bestEpoch).in(locale));
            metricPlot.addDomainMarker(labelled(best));
            if (epochLoss.getItemCount() > 0) {
                lossPlot.addDomainMarker(new ValueMarker(bestPlace, palette.faint(), new BasicStroke(1.4f)));
            }
        }
        for (double seam : seams) {
            ValueMarker above = new ValueMarker(seam, palette.faint(), dashed());
            above.setLabel(Text.of("chart.seam").in(locale));
            lossPlot.addDomainMarker(labelled(above));
            metricPlot.addDomainMarker(new ValueMarker(seam, palette.faint(), dashed()));
        }
    }

    private ValueMarker labelled(ValueMarker marker) {
        marker.setLabelFont(ChartFonts.of(11));
        marker.setLabelBackgroundColor(TRANSPARENT);
        marker.setLabelPaint(palette.text());
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        return marker;
    }

    private static BasicStroke dashed() {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0);
    }

    /** Changes the colours, such as after a change of theme. */
    public void colour(Palette colours) {
        palette = colours;
        chart.setBackgroundPaint(colours.background());
        chart.getTitle().setPaint(colours.text());
        chart.getTitle().setFont(ChartFonts.of(14));
        told.setPaint(colours.text());
        chart.getLegend().setItemPaint(colours.text());
        chart.getLegend().setBackgroundPaint(colours.background());
        axis(plot.getDomainAxis());
        for (XYPlot part : List.of(lossPlot, metricPlot)) {
            axis(part.getRangeAxis());
            Axes.style(part, colours);
        }
        XYLineAndShapeRenderer points = (XYLineAndShapeRenderer) lossPlot.getRenderer(0);
        points.setSeriesPaint(0, colours.text());
        points.setSeriesStroke(0, new BasicStroke(2f));
        points.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        boolean smoothed = options.smoothing() > 0;
        lossPlot.getRenderer(1).setSeriesPaint(0, smoothed ? colours.grid() : colours.faint());
        lossPlot.getRenderer(1).setSeriesPaint(1, colours.faint());
        lossPlot.getRenderer(1).setSeriesStroke(1, new BasicStroke(1.6f));
        for (int s = 0; s < metricData.getSeriesCount(); s++) {
            style(s);
        }
        drawReferences();
        previousLines.colour(colours);
        mark();
    }

    private void axis(ValueAxis axis) {
        Axes.style(axis, palette);
        axis.setTickMarkPaint(palette.grid());
    }

    private Color colourOf(int series) {
        return palette.series().get(series % palette.series().size());
    }

    private void style(int series) {
        XYLineAndShapeRenderer lines = (XYLineAndShapeRenderer) metricPlot.getRenderer();
        lines.setSeriesPaint(series, colourOf(series));
        lines.setSeriesStroke(series, new BasicStroke(2f));
        lines.setSeriesShape(series, SHAPES[series % SHAPES.length]);
    }
}
