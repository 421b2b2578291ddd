package dev.nara.chart;

import dev.nara.text.BareNumbers;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** A setting compared with others: a point and interval for each, around a line at zero. */
public final class DifferenceForest {
    private static final int TICKS = 3;

    private DifferenceForest() {}

    /** That setting's figure minus another's, with its interval; real if it is unlikely to be chance. */
    public record Difference(String name, double difference, double low, double high, boolean real, boolean better) {}

    /** Draws the differences in their order. */
    public static JFreeChart of(List<Difference> differences, Palette palette) {
        StudyColours colours = StudyColours.of(palette);
        Range range = new Range(0, 0);
        for (Difference each : differences) {
            range = Range.expandToInclude(Range.expandToInclude(range, each.low()), each.high());
        }
        range = range.getLength() > 0 ? Range.expand(range, .08, .08) : new Range(-.01, .01);
        NumberAxis axis = FigureAxis.signed(range, TICKS, colours);
        XYPlot plot = PlaceBars.lying(differences.stream().map(Difference::name).toList(), axis, palette);
        plot.setRangeGridlinesVisible(false);
        SymbolAxis figures = PlaceBars.names(
                differences.stream()
                        .map(d -> BareNumbers.signed(d.difference()))
                        .toList(),
                palette);
        figures.setInverted(true);
        plot.setDomainAxis(1, figures);
        PlaceBars.whiskers(
                plot,
                0,
                differences.stream()
                        .map(d -> new PlaceBars.Whisker(
                                d.difference(),
                                d.low(),
                                d.high(),
                                !d.real() ? colours.muted() : d.better() ? colours.good() : colours.bad()))
                        .toList(),
                true);
        plot.addRangeMarker(new ValueMarker(
                0,
                palette.text(),
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 2}, 0)));
        return PlaceBars.chart(plot, palette);
    }
}
