package dev.nara.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** The importance of a study's parameters: a bar per parameter with its interval, the most important on top. */
public final class ShareBars {
    private static final double WIDTH = .5;

    private ShareBars() {}

    /**
     * A parameter's share of the differences between settings.
     *
     * @param share 0 … 1, as are the ends of its interval
     * @param matters whether it is more than chance
     */
    public record Share(String name, double share, double low, double high, boolean matters) {
        /** The share and half of its interval, in words. */
        public String words() {
            return unsure(low, high)
                    ? Math.round(100 * low) + "–" + Math.round(100 * high) + "%"
                    : Math.round(100 * share) + " ± " + Math.round(50 * (high - low)) + "%";
        }
    }

    /** Whether the interval is so wide that the share is meaningless. */
    public static boolean unsure(double low, double high) {
        return high - low > .5;
    }

    /** Draws the shares in their order. */
    public static JFreeChart of(List<Share> shares, Palette palette) {
        StudyColours colours = StudyColours.of(palette);
        NumberAxis axis = Axes.figures("", palette);
        double most = shares.stream().mapToDouble(Share::high).max().orElse(0);
        // No share exceeds 1: the axis extends further for the labels, without ticks.
        axis.setRange(0, Math.max(.5, Math.min(1.24, 1.25 * most)));
        axis.setTickMarksVisible(false);
        axis.setTickUnit(new NumberTickUnit(most > .6 ? .25 : .1));
        axis.setNumberFormatOverride(new DecimalFormat("0%", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        XYPlot plot = PlaceBars.lying(shares.stream().map(Share::name).toList(), axis, palette);
        PlaceBars.whiskers(
                plot,
                0,
                shares.stream()
                        .map(s -> new PlaceBars.Whisker(s.share(), s.low(), s.high(), palette.text()))
                        .toList(),
                false);
        PlaceBars.bars(
                plot,
                1,
                shares.stream()
                        .map(s -> new PlaceBars.Bar(0, s.share(), s.matters() ? colours.accent() : palette.faint()))
                        .toList(),
                WIDTH);
        for (int n = 0; n < shares.size(); n++) {
            XYTextAnnotation words =
                    new XYTextAnnotation(shares.get(n).words(), n, shares.get(n).high() + .012);
            words.setFont(ChartFonts.of(12));
            words.setPaint(palette.text());
            words.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(words);
        }
        return PlaceBars.chart(plot, palette);
    }
}
