package dev.nara.chart;

import dev.nara.store.reference.Reference;
import dev.nara.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Dotted lines across a plot, each with the name and the figure of a reference beside it; the plot's axis reaches to all of them. */
final class ReferenceLines {
    private static final BasicStroke DOTTED =
            new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1.5f, 4}, 0);

    private final XYPlot plot;
    private final Locale locale;
    private final ReferenceNames names = new ReferenceNames();
    private final XYSeries reach = new XYSeries("");
    private final List<ValueMarker> lines = new ArrayList<>();

    /** Draws nothing yet; that dataset of the plot and its second range axis are taken. */
    ReferenceLines(XYPlot plot, int dataset, Locale locale) {
        this.plot = plot;
        this.locale = locale;
        XYLineAndShapeRenderer unseen = new XYLineAndShapeRenderer(false, false);
        unseen.setSeriesVisibleInLegend(0, false);
        plot.setDataset(dataset, new XYSeriesCollection(reach));
        plot.setRenderer(dataset, unseen);
        plot.setRangeAxis(1, names);
    }

    /**
     * Draws these in place of those before.
     *
     * @param metric of the part that decides
     * @param at a place on the axis along which something is drawn anyway
     */
    void show(List<Reference> references, String metric, double at, Palette palette) {
        lines.forEach(plot::removeRangeMarker);
        lines.clear();
        names.clear();
        Axes.style(names, palette);
        reach.clear();
        List<Reference> drawn = references.stream()
                .filter(each -> Double.isFinite(figure(each, metric)))
                .sorted(Comparator.comparingDouble(each -> -figure(each, metric)))
                .toList();
        for (Reference reference : drawn) {
            double figure = figure(reference, metric);
            // From the last colour on, for the first are those of the curves.
            List<Color> colours = palette.series();
            Color colour = colours.get(colours.size() - 1 - lines.size() % colours.size());
            ValueMarker line = new ValueMarker(figure, colour, DOTTED);
            names.add(figure, reference.name().in(locale) + " " + Numbers.figure(figure));
            lines.add(line);
            plot.addRangeMarker(line);
            reach.add(at, figure);
        }
    }

    private static double figure(Reference reference, String metric) {
        return reference.validation().getOrDefault(metric, Double.NaN);
    }
}
