package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * A model's predictions over two parameters as colours, hatched where uncertain, with the trials as symbols. Positions are 0 … 1 along each
 * parameter.
 */
public final class ResponseMap extends Plot {
    private static final long serialVersionUID = 1;
    private static final double LEFT = 66;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final double HATCH = 7;

    private final transient Content content;
    private final transient StudyColours colours;

    private ResponseMap(Content content, StudyColours colours) {
        this.content = content;
        this.colours = colours;
    }

    /** A labelled value at a side of the map. */
    public record Tick(double place, String words) {}

    /** A parameter along a side. */
    public record Side(String name, List<Tick> ticks) {
        /** Copies the list. */
        public Side {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * A trial.
     *
     * @param share its position on the scale of figures
     * @param selected its index among the selected trials, -1 if it is not selected
     */
    public record Spot(int trial, double x, double y, StudyMark mark, double share, int selected) {}

    /**
     * A map.
     *
     * @param grid predictions, as positions on the scale of figures; null until computed
     */
    public record Content(Side across, Side up, @Nullable ResponseGrid grid, List<Spot> spots) {
        /** Copies the list. */
        public Content {
            spots = List.copyOf(spots);
        }
    }

    /** Draws a map. */
    public static JFreeChart of(Content content, Palette palette) {
        JFreeChart chart = PlaceBars.chart(new ResponseMap(content, StudyColours.of(palette)), palette);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /** The part of a chart covered by the two parameters. */
    public static Rectangle2D inner(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getMinX() + LEFT,
                area.getMinY() + TOP,
                Math.max(1, area.getWidth() - LEFT - RIGHT),
                Math.max(1, area.getHeight() - TOP - BOTTOM));
    }

    @Override
    public String getPlotType() {
        return "response map";
    }

    @Override
    public void draw(
            Graphics2D g,
            Rectangle2D area,
            @Nullable Point2D anchor,
            @Nullable PlotState parent,
            @Nullable PlotRenderingInfo info) {
        Rectangle2D inner = inner(area);
        if (info != null) {
            info.setPlotArea(area);
            info.setDataArea(inner);
        }
        ResponseGrid grid = content.grid();
        if (grid != null) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            cells(g, grid, inner);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            hatch(g, grid, inner);
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(colours.muted());
        g.setStroke(new BasicStroke(1));
        g.draw(inner);
        content.spots().stream().filter(s -> s.selected() < 0).forEach(spot -> spot(g, spot, inner));
        content.spots().stream().filter(s -> s.selected() >= 0).forEach(spot -> spot(g, spot, inner));
        words(g, area, inner);
    }

    private void cells(Graphics2D g, ResponseGrid grid, Rectangle2D inner) {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                g.setPaint(colours.scale(grid.mean(column, row)));
                g.fill(cell(grid, column, column + 1, row, inner));
            }
        }
    }

    /** A run of cells in a row, aligned to whole pixels so that no gaps are visible. */
    private static Rectangle2D cell(ResponseGrid grid, int from, int to, int row, Rectangle2D inner) {
        double left = Math.rint(inner.getMinX() + inner.getWidth() * from / grid.columns());
        double right = Math.rint(inner.getMinX() + inner.getWidth() * to / grid.columns());
        double bottom = Math.rint(inner.getMaxY() - inner.getHeight() * row / grid.rows());
        double top = Math.rint(inner.getMaxY() - inner.getHeight() * (row + 1) / grid.rows());
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private void hatch(Graphics2D g, ResponseGrid grid, Rectangle2D inner) {
        Path2D unsure = new Path2D.Double();
        for (int row = 0; row < grid.rows(); row++) {
            int from = -1;
            for (int column = 0; column <= grid.columns(); column++) {
                boolean here = column < grid.columns() && grid.unsure(column, row);
                if (here && from < 0) {
                    from = column;
                } else if (!here && from >= 0) {
                    unsure.append(cell(grid, from, column, row, inner), false);
                    from = -1;
                }
            }
        }
        Shape before = g.getClip();
        g.clip(unsure);
        g.setStroke(new BasicStroke(1));
        g.setPaint(StudyColours.faint(colours.palette().background(), 150));
        for (double x = inner.getMinX() - inner.getHeight(); x < inner.getMaxX(); x += HATCH) {
            g.draw(new Line2D.Double(x, inner.getMaxY(), x + inner.getHeight(), inner.getMinY()));
        }
        g.setClip(before);
    }

    private void spot(Graphics2D g, Spot spot, Rectangle2D inner) {
        double x = inner.getMinX() + spot.x() * inner.getWidth();
        double y = inner.getMaxY() - spot.y() * inner.getHeight();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        if (spot.selected() >= 0) {
            place.scale(1.5, 1.5);
        }
        Shape shape = place.createTransformedShape(spot.mark().shape());
        Color own = colours.of(spot.mark());
        g.setStroke(new BasicStroke(2.4f));
        g.setPaint(colours.palette().background());
        g.draw(shape);
        g.setPaint(
                spot.selected() >= 0
                        ? colours.selected(spot.selected())
                        : spot.mark() == StudyMark.FINISHED ? colours.scale(spot.share()) : own);
        g.fill(shape);
        if (spot.mark() == StudyMark.FINISHED && spot.selected() < 0) {
            g.setStroke(new BasicStroke(1));
            g.setPaint(colours.palette().text());
            g.draw(shape);
        }
    }

    private void words(Graphics2D g, Rectangle2D area, Rectangle2D inner) {
        Font font = ChartFonts.of(11);
        g.setFont(font);
        g.setPaint(colours.muted());
        double taken = -1;
        for (Tick tick : content.across().ticks()) {
            double width = g.getFontMetrics(font).stringWidth(tick.words());
            double left = inner.getMinX() + tick.place() * inner.getWidth() - width / 2;
            left = Math.min(left, area.getMaxX() - width - 2);
            if (left > taken + 4) {
                g.drawString(tick.words(), (float) left, (float) inner.getMaxY() + 14);
                taken = left + width;
            }
        }
        for (Tick tick : content.up().ticks()) {
            double y = inner.getMaxY() - tick.place() * inner.getHeight();
            String words = ChartFonts.fitted(g, tick.words(), font, LEFT - 24);
            double width = g.getFontMetrics(font).stringWidth(words);
            g.drawString(words, (float) (inner.getMinX() - width - 6), (float) y + 4);
        }
        Font bold = ChartFonts.bold(12);
        g.setFont(bold);
        g.setPaint(colours.palette().text());
        double width = g.getFontMetrics(bold).stringWidth(content.across().name());
        g.drawString(content.across().name(), (float) (inner.getCenterX() - width / 2), (float)
                (inner.getMaxY() + BOTTOM - 8));
        AffineTransform before = g.getTransform();
        String up = ChartFonts.fitted(g, content.up().name(), bold, inner.getHeight());
        double length = g.getFontMetrics(bold).stringWidth(up);
        g.rotate(-Math.PI / 2, area.getMinX() + 16, inner.getCenterY() + length / 2);
        g.drawString(up, (float) (area.getMinX() + 16), (float) (inner.getCenterY() + length / 2));
        g.setTransform(before);
    }
}
