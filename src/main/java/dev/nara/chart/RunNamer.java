package dev.nara.chart;

import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** Names the lines of a run, at the right if they get there, else at their ends, and marks its best point. */
final class RunNamer {
    private static final double ABOVE = 32;
    private static final double LINE = 15;
    /** The opacity of labels' backgrounds, of 255. */
    private static final int VEIL = 200;

    /** Text above the right end of the plot. */
    private static final double TITLE = 150;

    /** Text above the plot, over its edge. */
    static final double UPON = 9;

    /** From this distance on, a line connects a label with its point. */
    private static final double LEADER = 16;

    private final Graphics2D g;
    private final RunScene scene;
    private final CurveFrame frame;
    private final StudyColours colours;
    private final EndLabels losses;
    private final EndLabels figures;

    RunNamer(Graphics2D g, RunScene scene, StudyColours colours, EndLabels losses, EndLabels figures) {
        this.g = g;
        this.scene = scene;
        this.frame = scene.frame();
        this.colours = colours;
        this.losses = losses;
        this.figures = figures;
    }

    void name(DrawnRun run, CurvePoints loss, CurvePoints figure) {
        Color line = new CurveColours(colours.palette()).of(run);
        boolean shown = run.kind() == DrawnRun.Kind.SHOWN;
        Color words = run.kind().ghost() ? colours.muted() : line;
        String detailed = run.detail().isEmpty() ? run.name() : run.name() + " · " + run.detail();
        if (!loss.isEmpty()) {
            double x = frame.x(loss.last().place());
            double y = frame.loss(scene.losses(), loss.last().value());
            String value = DrawnRun.loss(loss.last().value());
            if (shown && x < frame.right() - 1) {
                inline(run.name() + " · " + value, x, y, line);
            } else {
                String name = run.kind() == DrawnRun.Kind.PREVIOUS
                        ? Text.of("chart.previous.short", run.name()).in(scene.locale())
                        : run.name();
                losses.add(new EndLabels.Label(x, y, name, value, line, words, shown));
            }
        }
        if (figure.isEmpty()) {
            return;
        }
        Optional<DrawnRun.Best> best =
                run.best(scene.picture().options().along(), scene.picture().metric());
        double x = frame.x(figure.last().place());
        double y = frame.figure(scene.figures(), figure.last().value());
        if (!shown || x >= frame.right() - 1) {
            String value = best.map(b -> BareNumbers.figure(b.point().value())).orElse("–");
            figures.add(new EndLabels.Label(x, y, detailed, value, line, words, shown));
        }
        best.ifPresent(b -> ring(run, b, line));
    }

    private void inline(String words, double x, double y, Color colour) {
        g.setFont(ChartFonts.bold(11));
        g.setPaint(colour);
        double width = g.getFontMetrics().stringWidth(words);
        boolean room = x + 10 + width < frame.right();
        g.drawString(words, (float) (room ? x + 10 : x - width), (float) Math.max(frame.lossTop() + 10, y - 8));
    }

    private void ring(DrawnRun run, DrawnRun.Best best, Color colour) {
        double x = frame.x(best.point().place());
        double y = frame.figure(scene.figures(), best.point().value());
        boolean shown = run.kind() == DrawnRun.Kind.SHOWN;
        double radius = shown ? 5 : 3;
        if (!frame.holds(best.point().place())) {
            return;
        }
        Ellipse2D ring = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setPaint(colours.palette().plot());
        g.fill(ring);
        g.setPaint(colour);
        g.setStroke(new BasicStroke(shown ? 2.2f : 1.6f));
        g.draw(ring);
        if (shown) {
            g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
            label(run, best, x, y, colour);
        }
    }

    /**
     * The position of a point's label: above it if there is room, else above the plot, so that no line crosses it.
     *
     * @param top of the plot
     */
    static double baseline(double y, double top) {
        return y - ABOVE >= top + LINE ? y - ABOVE : top - UPON;
    }

    /** At the side with more room. */
    private void label(DrawnRun run, DrawnRun.Best best, double x, double y, Color colour) {
        boolean trains = scene.picture().progress().state() != RunPicture.Progress.State.ENDED;
        String words = Text.of(
                        trains ? "chart.best.so.far" : "chart.best.point",
                        run.name(),
                        BareNumbers.figure(best.point().value()),
                        best.epoch())
                .in(scene.locale());
        g.setFont(ChartFonts.bold(11));
        double width = g.getFontMetrics().stringWidth(words);
        boolean right = x + 6 + width < frame.right();
        double left = Math.max(frame.left() + 2, right ? x + 6 : x - width - 6);
        double baseline = baseline(y, frame.top());
        if (baseline < frame.top()) {
            left = Math.max(frame.left() + 2, Math.min(left, frame.right() - TITLE - width));
        }
        g.setPaint(StudyColours.faint(colours.palette().plot(), VEIL));
        g.fill(new Rectangle2D.Double(left - 2, baseline - 10, width + 4, 13));
        g.setPaint(colour);
        g.setStroke(new BasicStroke(1f));
        double end = Math.max(left + 2, Math.min(x + (right ? 8 : -8), left + width - 2));
        if (y - baseline > LEADER) {
            g.draw(new Line2D.Double(x + Math.signum(end - x) * 2, y - 6, end, baseline + 5));
        }
        g.drawString(words, (float) left, (float) baseline);
    }
}
