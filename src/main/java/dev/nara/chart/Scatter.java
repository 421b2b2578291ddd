package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A scatter plot; points are larger where several coincide. */
public final class Scatter {
    private static final int PLACES = 60;
    /** With more words than this, they are vertical. */
    private static final int MOST_ABREAST = 4;

    private Scatter() {}

    /** A point. */
    public record Point(double x, double y) {}

    /**
     * Draws the points.
     *
     * @param diagonal whether to draw the line of equal values
     */
    public static JFreeChart of(List<Point> points, String x, String y, boolean diagonal, Palette palette) {
        return of(points, Axes.figures(x, palette), y, diagonal, palette);
    }

    /** Draws points whose x is the index of one of these words. */
    public static JFreeChart of(List<Point> points, List<String> words, String x, String y, Palette palette) {
        SymbolAxis across = new SymbolAxis(x, words.toArray(String[]::new));
        across.setGridBandsVisible(false);
        across.setVerticalTickLabels(words.size() > MOST_ABREAST);
        Axes.style(across, palette);
        return of(points, across, y, false, palette);
    }

    private static JFreeChart of(List<Point> points, NumberAxis across, String y, boolean diagonal, Palette palette) {
        NumberAxis up = Axes.figures(y, palette);
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        Color colour = palette.series().get(0);
        for (Map.Entry<Integer, XYSeries> size : sized(points).entrySet()) {
            int place = data.getSeriesCount();
            double width = size.getKey();
            data.addSeries(size.getValue());
            renderer.setSeriesShape(place, new Ellipse2D.Double(-width / 2, -width / 2, width, width));
            renderer.setSeriesPaint(place, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
        }
        XYPlot plot = new XYPlot(data, across, up, renderer);
        Axes.style(plot, palette);
        if (diagonal) {
            plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, new BasicStroke(1f), palette.faint()));
        }
        JFreeChart chart = new JFreeChart("", ChartFonts.of(14), plot, false);
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    /** Distinct positions, grouped by the diameter for their number of points. */
    private static Map<Integer, XYSeries> sized(List<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElse(0);
        double right = points.stream().mapToDouble(Point::x).max().orElse(1);
        double low = points.stream().mapToDouble(Point::y).min().orElse(0);
        double high = points.stream().mapToDouble(Point::y).max().orElse(1);
        Map<Point, Integer> counts = new HashMap<>();
        boolean many = points.size() > PLACES * PLACES / 4;
        for (Point point : points) {
            Point place = many ? new Point(rounded(point.x, left, right), rounded(point.y, low, high)) : point;
            counts.merge(place, 1, Integer::sum);
        }
        Map<Integer, XYSeries> sized = new TreeMap<>();
        counts.forEach((place, count) -> {
            int width = (int) Math.min(30, Math.round(5 + 2.5 * Math.sqrt(count - 1.0)));
            sized.computeIfAbsent(width, w -> new XYSeries("size " + w)).add(place.x, place.y);
        });
        return sized;
    }

    private static double rounded(double value, double from, double to) {
        double step = (to - from) / PLACES;
        return step == 0 ? value : from + Math.round((value - from) / step) * step;
    }
}
