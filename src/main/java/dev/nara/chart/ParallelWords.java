package dev.nara.chart;

import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.chart.ParallelAxes.Line;
import dev.nara.chart.ParallelAxes.Part;
import dev.nara.chart.ParallelAxes.Tick;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The axes of parallel coordinates, drawn over the lines: names, labels, limits and the brush. */
final class ParallelWords {
    /** The minimum distance of two labels, in pixels. */
    private static final double TICKS_APART = 12;

    private final Graphics2D g;
    private final ParallelAxes content;
    private final StudyColours colours;
    private final Rectangle2D area;

    ParallelWords(Graphics2D g, ParallelAxes content, StudyColours colours, Rectangle2D area) {
        this.g = g;
        this.content = content;
        this.colours = colours;
        this.area = area;
    }

    /** Draws them; the active axis is highlighted. */
    void draw(String active) {
        for (int n = 0; n < content.axes().size(); n++) {
            axis(n, active);
        }
        names();
    }

    private void axis(int n, String active) {
        Axis axis = content.axes().get(n);
        double x = content.x(n, area);
        double top = ParallelAxes.y(1, area);
        double bottom = ParallelAxes.y(0, area);
        if (!Double.isNaN(axis.limit())) {
            double limit = ParallelAxes.y(axis.share(axis.limit()), area);
            g.setPaint(StudyColours.faint(colours.warn(), 90));
            g.fill(new Rectangle2D.Double(
                    x - 4, axis.atLeast() ? limit : top, 8, axis.atLeast() ? bottom - limit : limit - top));
            g.setPaint(colours.warn());
            g.fill(new Rectangle2D.Double(x - 8, limit - 1, 16, 2));
        }
        g.setPaint(colours.muted());
        g.fill(new Rectangle2D.Double(x - .6, top, 1.2, bottom - top));
        Part part = content.brush().get(axis.id());
        if (part != null) {
            double high = ParallelAxes.y(axis.share(part.high()), area);
            double low = ParallelAxes.y(axis.share(part.low()), area);
            Rectangle2D brush =
                    new Rectangle2D.Double(x - 7, Math.min(low, high) - 1, 14, Math.max(4, Math.abs(low - high) + 2));
            g.setPaint(StudyColours.faint(colours.accent(), 110));
            g.fill(brush);
            g.setPaint(colours.accent());
            g.setStroke(new BasicStroke(1.1f));
            g.draw(brush);
        }
        ticks(axis, n, x);
        heading(axis, x, active);
    }

    /** Without overlapping each other or the previous axis. */
    private void ticks(Axis axis, int n, double x) {
        boolean last = n == content.axes().size() - 1;
        Font font = ChartFonts.of(11);
        double room = last ? area.getMaxX() - x - 8 : x - 8 - (n == 0 ? area.getMinX() : content.x(n - 1, area) + 6);
        double before = Double.NaN;
        for (Tick tick : axis.ticks()) {
            double y = ParallelAxes.y(axis.share(tick.value()), area);
            if (Math.abs(before - y) < TICKS_APART) {
                continue;
            }
            before = y;
            g.setPaint(colours.muted());
            g.fill(new Rectangle2D.Double(last ? x : x - 4, y - .5, 4, 1));
            String words = ChartFonts.fitted(g, tick.words(), font, room);
            double width = g.getFontMetrics(font).stringWidth(words);
            write(words, font, colours.muted(), last ? x + 8 : x - 8 - width, y + 4);
        }
    }

    /** On two lines if one is too short. */
    private void heading(Axis axis, double x, String active) {
        Font bold = ChartFonts.bold(12);
        Color colour =
                axis.id().equals(active) ? colours.accent() : colours.palette().text();
        double room = content.axes().size() < 2 ? area.getWidth() : content.x(1, area) - content.x(0, area) - 4;
        String first = axis.name();
        String second = "";
        int space = first.length();
        while (g.getFontMetrics(bold).stringWidth(first) > room && first.lastIndexOf(' ', space - 1) > 0) {
            space = first.lastIndexOf(' ', space - 1);
            second = axis.name().substring(space + 1);
            first = first.substring(0, space);
        }
        double top = area.getMinY() + (second.isEmpty() ? 26 : 15);
        for (String line : second.isEmpty() ? List.of(first) : List.of(first, second)) {
            String words = ChartFonts.fitted(g, line, bold, room);
            double width = g.getFontMetrics(bold).stringWidth(words);
            double left = Math.max(area.getMinX() + 2, Math.min(area.getMaxX() - width - 2, x - width / 2));
            write(words, bold, colour, left, top);
            top += 14;
        }
    }

    /** The numbers of the selected trials at the ends of their lines, without overlaps. */
    private void names() {
        int last = content.axes().size() - 1;
        if (last < 0) {
            return;
        }
        List<Line> named = content.lines().stream()
                .filter(line ->
                        line.selected() >= 0 && !Double.isNaN(line.values().get(last)))
                .sorted((a, b) ->
                        Double.compare(b.values().get(last), a.values().get(last)))
                .toList();
        double[] heights = EndLabels.apart(
                named.stream()
                        .mapToDouble(line -> ParallelAxes.y(
                                content.axes().get(last).share(line.values().get(last)), area))
                        .toArray(),
                15,
                Double.NEGATIVE_INFINITY,
                ParallelAxes.y(0, area));
        Font bold = ChartFonts.bold(12);
        for (int n = 0; n < heights.length; n++) {
            String words = "#" + named.get(n).trial();
            double left = area.getMaxX() - g.getFontMetrics(bold).stringWidth(words) - 3;
            write(words, bold, colours.selected(named.get(n).selected()), left, heights[n] + 4);
        }
    }

    /** Text with a halo in the background colour, legible over lines. */
    private void write(String words, Font font, Color colour, double x, double baseline) {
        if (!words.isBlank()) {
            g.setPaint(colours.palette().background());
            g.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(font.createGlyphVector(g.getFontRenderContext(), words).getOutline((float) x, (float) baseline));
        }
        g.setFont(font);
        g.setPaint(colour);
        g.drawString(words, (float) x, (float) baseline);
    }
}
