package dev.nara.chart;

import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws a chart of runs: the lines between the axes, and their labels. */
final class RunPainter {
    /** With more epochs, points would merge into a band. */
    private static final int MOST_MARKED = 60;

    private static final float[] DASH = {5, 2};
    private static final float[] STRONG = {6, 3};
    private static final float[] WEAK = {2, 3};
    private static final int BAND = 40;
    private static final int RAW = 102;
    private static final int SMOOTHED = 180;

    private final Graphics2D g;
    private final RunScene scene;
    private final CurveFrame frame;
    private final RunPicture picture;
    private final StudyColours colours;
    private final CurveColours of;
    private final Locale locale;
    private final EndLabels lossLabels = new EndLabels();
    private final EndLabels figureLabels = new EndLabels();

    RunPainter(Graphics2D g, RunScene scene, Palette palette) {
        this.g = g;
        this.scene = scene;
        this.frame = scene.frame();
        this.picture = scene.picture();
        this.colours = StudyColours.of(palette);
        this.of = new CurveColours(palette);
        this.locale = scene.locale();
    }

    void draw() {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        FramePainter around = new FramePainter(g, scene, colours);
        around.draw();
        picture.levels().forEach(this::level);
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(
                frame.left(), frame.lossTop() - 3, frame.right() - frame.left() + 6, frame.bottom()));
        batches();
        for (int n = picture.runs().size() - 1; n >= 0; n--) {
            lines(picture.runs().get(n));
        }
        g.setClip(clip);
        around.titles();
        picture.runs().forEach(this::labels);
        Color muted = colours.muted();
        lossLabels.draw(g, frame, frame.lossTop(), frame.lossBottom() + 4, say("chart.last"), muted);
        figureLabels.draw(g, frame, frame.top(), frame.bottom() - 4, say("chart.best.column"), muted);
    }

    private String say(String key, Object... arguments) {
        return Text.of(key, arguments).in(locale);
    }

    private void level(RunPicture.Level level) {
        if (!Double.isFinite(level.figure())) {
            return;
        }
        Color ochre = of.baseline();
        double y = frame.figure(scene.figures(), level.figure());
        g.setPaint(ochre);
        g.setStroke(Dashes.of(1.1f, level.strong() ? STRONG : WEAK));
        g.draw(new Line2D.Double(frame.left(), y, frame.right(), y));
        figureLabels.add(new EndLabels.Label(
                frame.right(),
                y,
                level.name(),
                BareNumbers.figure(level.figure()),
                ochre,
                colours.palette().text(),
                false));
    }

    private void batches() {
        double pixel = picture.planned() / (frame.right() - frame.left());
        picture.shown().ifPresent(run -> {
            Color colour = of.of(run);
            g.setPaint(StudyColours.faint(colour, RAW));
            g.setStroke(new BasicStroke(.8f));
            lossLine(picture.batches().thinned(pixel));
            g.setPaint(StudyColours.faint(colour, SMOOTHED));
            g.setStroke(new BasicStroke(1.2f));
            lossLine(picture.smoothed().thinned(pixel));
        });
    }

    private void lossLine(CurvePoints points) {
        g.draw(path(points, p -> frame.loss(scene.losses(), p.value())));
    }

    private void lines(DrawnRun run) {
        CurvePoints losses = scene.losses(run);
        CurvePoints figures = scene.figures(run);
        ToDoubleFunction<CurvePoints.Point> loss = p -> frame.loss(scene.losses(), p.value());
        ToDoubleFunction<CurvePoints.Point> figure = p -> frame.figure(scene.figures(), p.value());
        boolean shown = run.kind() == DrawnRun.Kind.SHOWN;
        boolean dots = shown && figures.points().size() <= MOST_MARKED;
        g.setPaint(StudyColours.faint(of.of(run), BAND));
        g.fill(band(losses, scene.losses(), true));
        g.fill(band(figures, scene.figures(), false));
        g.setPaint(of.of(run));
        g.setStroke(stroke(run, shown ? 2f : run.kind().ghost() ? 1.2f : 1.6f));
        g.draw(path(losses, loss));
        g.setStroke(stroke(run, shown ? 2.4f : run.kind().ghost() ? 1.4f : 1.8f));
        g.draw(path(figures, figure));
        for (CurvePoints.Point point : figures.points()) {
            if (dots || figures.points().size() == 1) {
                dot(frame.x(point.place()), figure.applyAsDouble(point), 2.4);
            }
        }
        for (CurvePoints.Point point : losses.points()) {
            if (losses.points().size() == 1) {
                dot(frame.x(point.place()), loss.applyAsDouble(point), 2.4);
            }
        }
        if (run.failed()) {
            cross(losses, loss);
            cross(figures, figure);
        }
    }

    private void cross(CurvePoints line, ToDoubleFunction<CurvePoints.Point> height) {
        if (!line.isEmpty()) {
            double x = frame.x(line.last().place());
            double y = height.applyAsDouble(line.last());
            g.setPaint(colours.bad());
            g.setStroke(new BasicStroke(2f));
            g.draw(new Line2D.Double(x - 4, y - 4, x + 4, y + 4));
            g.draw(new Line2D.Double(x - 4, y + 4, x + 4, y - 4));
        }
    }

    private void dot(double x, double y, double radius) {
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void labels(DrawnRun run) {
        CurvePoints losses = scene.losses(run);
        CurvePoints figures = scene.figures(run);
        new RunNamer(g, scene, colours, lossLabels, figureLabels).name(run, losses, figures);
    }

    private Path2D path(CurvePoints line, ToDoubleFunction<CurvePoints.Point> height) {
        Path2D path = new Path2D.Double();
        for (CurvePoints.Point point : line.points()) {
            double x = frame.x(point.place());
            double y = height.applyAsDouble(point);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    /** One standard deviation on both sides of a mean; nothing for a single run. */
    private Path2D band(CurvePoints line, FigureTicks axis, boolean loss) {
        Path2D band = new Path2D.Double();
        if (line.points().stream().allMatch(p -> p.around() == 0)) {
            return band;
        }
        int size = line.points().size();
        for (int n = 0; n < 2 * size; n++) {
            CurvePoints.Point point = line.points().get(n < size ? n : 2 * size - 1 - n);
            double value = point.value() + (n < size ? point.around() : -point.around());
            double x = frame.x(point.place());
            double y = loss ? frame.loss(axis, value) : frame.figure(axis, value);
            if (n == 0) {
                band.moveTo(x, y);
            } else {
                band.lineTo(x, y);
            }
        }
        band.closePath();
        return band;
    }

    private static BasicStroke stroke(DrawnRun run, float width) {
        return run.kind() == DrawnRun.Kind.STARRED
                ? Dashes.of(width, DASH)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
