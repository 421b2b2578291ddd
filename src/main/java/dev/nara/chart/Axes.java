package dev.nara.chart;

import dev.nara.eval.CandidateRules;
import dev.nara.text.Text;
import java.awt.Color;
import java.util.Locale;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;

/** The axes that charts share, and the style of all axes, plots and legends. */
final class Axes {
    private Axes() {}

    static void style(Axis axis, Palette palette) {
        axis.setLabelFont(ChartFonts.of(12));
        axis.setTickLabelFont(ChartFonts.of(11));
        axis.setLabelPaint(palette.text());
        axis.setTickLabelPaint(palette.text());
        axis.setAxisLinePaint(palette.grid());
    }

    static void style(XYPlot plot, Palette palette) {
        plot.setBackgroundPaint(palette.plot());
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        plot.setOutlinePaint(palette.grid());
    }

    static LegendTitle legend(LegendItemSource curves, Palette palette) {
        LegendTitle legend = new LegendTitle(curves);
        legend.setItemFont(ChartFonts.of(12));
        legend.setItemPaint(palette.text());
        legend.setBackgroundPaint(palette.background());
        return legend;
    }

    /** The candidates behind the figures, as text. */
    static Text candidates(String spec) {
        return Text.of(CandidateRules.amongSamples(spec) ? "chart.candidates" : "chart.full.catalogue", spec);
    }

    /** The horizontal axis of all curves of a picture. */
    static NumberAxis along(CurveOptions.Along along, Locale locale) {
        NumberAxis axis = new NumberAxis(Text.of("along." + along).in(locale));
        if (along == CurveOptions.Along.EPOCHS) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** Where nothing is known yet no figures stand at the axis; it keeps the room that they will have. */
    static void withoutScale(ValueAxis axis) {
        axis.setTickLabelPaint(new Color(0, 0, 0, 0));
    }

    /** An axis of figures that need not begin at zero. */
    static NumberAxis figures(String label, Palette palette) {
        NumberAxis axis = new ShortAxis(label);
        style(axis, palette);
        return axis;
    }
}
