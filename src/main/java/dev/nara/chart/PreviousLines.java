package dev.nara.chart;

import dev.nara.run.RunEvent;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The loss and the deciding metric of an earlier run, in grey behind the curves of two plots; the legend names it once. */
final class PreviousLines {
    private static final int DATASET = 2;

    private final List<XYPlot> plots;
    private final CurveOptions.Along along;
    private final List<XYLineAndShapeRenderer> renderers = new ArrayList<>();
    private PreviousCurve curve = PreviousCurve.NONE;
    private String metric = "";

    /** Draws nothing yet; the third dataset of the plots, of losses and of metrics, is taken. */
    PreviousLines(XYPlot losses, XYPlot metrics, CurveOptions.Along along) {
        this.plots = List.of(losses, metrics);
        this.along = along;
        for (XYPlot plot : plots) {
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            renderer.setSeriesStroke(0, new BasicStroke(1.6f));
            renderer.setSeriesVisibleInLegend(0, plot.equals(losses));
            plot.setRenderer(DATASET, renderer);
            renderers.add(renderer);
        }
    }

    /** Draws this one in place of the one before. */
    void show(PreviousCurve other) {
        curve = other;
        draw();
    }

    /** Says which metric of the part that decides is drawn. */
    void by(String deciding) {
        if (!deciding.equals(metric)) {
            metric = deciding;
            draw();
        }
    }

    /** Changes the colours. */
    void colour(Palette palette) {
        renderers.forEach(renderer -> renderer.setSeriesPaint(0, between(palette.text(), palette.plot())));
    }

    private void draw() {
        XYSeries loss = new XYSeries(curve.name());
        XYSeries figures = new XYSeries(curve.name());
        Travelled travelled = new Travelled(along, curve.batchSize());
        for (RunEvent.EpochDone epoch : curve.epochs()) {
            double place = travelled.pass(epoch);
            loss.add(place, epoch.loss());
            if (epoch.metrics().containsKey(metric)) {
                figures.add(place, epoch.metrics().get(metric));
            }
        }
        List<XYSeries> lines = List.of(loss, figures);
        for (int p = 0; p < lines.size(); p++) {
            // A model that is computed at once has one epoch.
            renderers.get(p).setSeriesShapesVisible(0, lines.get(p).getItemCount() == 1);
            plots.get(p)
                    .setDataset(
                            DATASET, lines.get(p).getItemCount() == 0 ? null : new XYSeriesCollection(lines.get(p)));
        }
    }

    private static Color between(Color one, Color other) {
        return new Color(
                (one.getRed() + other.getRed()) / 2,
                (one.getGreen() + other.getGreen()) / 2,
                (one.getBlue() + other.getBlue()) / 2);
    }
}
