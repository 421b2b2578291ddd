package dev.nara.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;

/** A chart of runs as a JFreeChart plot, so that it is exported like all charts. */
public final class RunPlot extends Plot {
    private static final long serialVersionUID = 1;
    private final transient RunPicture picture;
    private final transient Palette palette;
    private final Locale locale;

    RunPlot(RunPicture picture, Palette palette, Locale locale) {
        this.picture = picture;
        this.palette = palette;
        this.locale = locale;
    }

    /** Draws a chart at the upper left corner, in a size in pixels, and returns its layout. */
    public static RunScene draw(
            Graphics2D g, RunPicture picture, double width, double height, Palette palette, Locale locale) {
        RunScene scene = new RunScene(picture, width, height, locale);
        new RunPainter(g, scene, palette).draw();
        return scene;
    }

    /** A separate chart with a title and a subtitle, "" for none. */
    public static JFreeChart chart(RunPicture picture, String title, String caption, Palette palette, Locale locale) {
        JFreeChart chart = new JFreeChart(null, null, new RunPlot(picture, palette, locale), false);
        chart.setBackgroundPaint(palette.background());
        chart.getPlot().setBackgroundPaint(palette.plot());
        chart.getPlot().setOutlineVisible(false);
        write(chart, new TextTitle(title, ChartFonts.bold(15)), palette.text());
        write(
                chart,
                new TextTitle(caption, ChartFonts.of(11)),
                StudyColours.of(palette).muted());
        return chart;
    }

    private static void write(JFreeChart chart, TextTitle line, Color colour) {
        line.setPaint(colour);
        line.setHorizontalAlignment(HorizontalAlignment.LEFT);
        line.setTextAlignment(HorizontalAlignment.LEFT);
        line.setMargin(4, 16, 0, 16);
        if (!line.getText().isEmpty()) {
            chart.addSubtitle(line);
        }
    }

    /** What it shows. */
    public RunPicture picture() {
        return picture;
    }

    @Override
    public String getPlotType() {
        return "runs";
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        AffineTransform before = g.getTransform();
        g.translate(area.getX(), area.getY());
        draw(g, picture, area.getWidth(), area.getHeight(), palette, locale);
        g.setTransform(before);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunPlot plot
                && plot.picture.equals(picture)
                && plot.palette.equals(palette)
                && plot.locale.equals(locale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(picture, palette, locale);
    }
}
