package dev.nara.chart;

import dev.nara.data.Distribution;
import dev.nara.data.Profile;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The plots of a dataset's profile. */
public final class ProfileCharts {
    private static final double SPACING = 1.05;
    private static final int LABELLED_HOURS = 3;
    /** The maximum share of the plot's width for a bar. */
    private static final double WIDEST_BAR = 0.1;

    private final Palette palette;
    private final Locale locale;

    /** Charts in this palette and locale. */
    public ProfileCharts(Palette palette, Locale locale) {
        this.palette = palette;
        this.locale = locale;
    }

    /** The number of users by number of rows. */
    public JFreeChart historyLengths(Profile profile) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        int[] counts = profile.historyLengths();
        for (int c = 0; c < counts.length; c++) {
            data.addValue(counts[c], "users", profile.historyLengthClass(c));
        }
        return bars("chart.history.lengths", "chart.history.length", "chart.users", data);
    }

    /** The number of users or items by value of an attribute. */
    public JFreeChart distribution(String title, List<Distribution.Bar> bars) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> data.addValue(bar.count(), "count", bar.label()));
        return barChart(title, "", words("chart.count"), data);
    }

    private JFreeChart bars(String titleKey, String categoryKey, String valueKey, DefaultCategoryDataset data) {
        return barChart(words(titleKey), words(categoryKey), words(valueKey), data);
    }

    private JFreeChart barChart(String title, String category, String value, DefaultCategoryDataset data) {
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(WIDEST_BAR);
        bars.setSeriesPaint(0, palette.series().get(0));
        CategoryAxis categories = new CategoryAxis(category);
        categories.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        NumberAxis values = new NumberAxis(value);
        values.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        CategoryPlot plot = new CategoryPlot(data, categories, values, bars);
        plot.setRangeGridlinePaint(palette.grid());
        return finished(title, plot, categories, values);
    }

    /** The number of rows by hour of the day. */
    public JFreeChart hours(Profile profile) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        int[] counts = profile.hours();
        for (int hour = 0; hour < counts.length; hour++) {
            data.addValue(counts[hour], "rows", Integer.toString(hour));
        }
        JFreeChart chart = inZone(profile, bars("chart.hours", "chart.hour", "chart.rows", data));
        CategoryAxis axis = chart.getCategoryPlot().getDomainAxis();
        axis.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        axis.setMaximumCategoryLabelWidthRatio(3);
        for (int hour = 0; hour < counts.length; hour++) {
            if (hour % LABELLED_HOURS != 0) {
                axis.setTickLabelPaint(Integer.toString(hour), new Color(0, true));
            }
        }
        return chart;
    }

    /** Days and hours are in a time zone, which the axis names if known. */
    private static JFreeChart inZone(Profile profile, JFreeChart chart) {
        if (!profile.zoneName().isEmpty()) {
            CategoryAxis axis = chart.getCategoryPlot().getDomainAxis();
            axis.setLabel(axis.getLabel() + " (" + profile.zoneName() + ")");
        }
        return chart;
    }

    /** The number of rows by day of the week. */
    public JFreeChart weekdays(Profile profile) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        int[] counts = profile.weekdays();
        for (DayOfWeek day : DayOfWeek.values()) {
            data.addValue(counts[day.getValue() - 1], "rows", day.getDisplayName(TextStyle.SHORT, locale));
        }
        return inZone(profile, bars("chart.weekdays", "chart.weekday", "chart.rows", data));
    }

    /** The number of rows by week, named by its Monday. */
    public JFreeChart weeks(Profile profile) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        profile.weeks().forEach((monday, count) -> data.addValue(count, "rows", monday.toString()));
        return inZone(profile, bars("chart.weeks", "chart.week", "chart.rows", data));
    }

    /** The number of rows by item, most popular first, both axes logarithmic. */
    public JFreeChart popularity(Profile profile) {
        XYSeries series = new XYSeries("items");
        int[] counts = profile.popularity();
        for (double rank = 1; rank <= counts.length; rank = Math.max(rank + 1, rank * SPACING)) {
            if (counts[(int) rank - 1] > 0) {
                series.add((int) rank, counts[(int) rank - 1]);
            }
        }
        SamplingXYLineRenderer line = new SamplingXYLineRenderer();
        line.setSeriesPaint(0, palette.series().get(0));
        line.setSeriesStroke(0, new BasicStroke(2f));
        LogAxis ranks = logAxis(words("chart.item.rank"));
        LogAxis rows = logAxis(words("chart.rows"));
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), ranks, rows, line);
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        return finished(words("chart.popularity.curve"), plot, ranks, rows);
    }

    private static LogAxis logAxis(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setSmallestValue(1);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        return axis;
    }

    private JFreeChart finished(String title, Plot plot, Axis... axes) {
        for (Axis axis : axes) {
            Axes.style(axis, palette);
        }
        plot.setBackgroundPaint(palette.plot());
        plot.setOutlinePaint(palette.grid());
        JFreeChart chart = new JFreeChart(title, ChartFonts.of(14), plot, false);
        chart.getTitle().setPaint(palette.text());
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    private String words(String key) {
        return Text.of(key).in(locale);
    }
}
