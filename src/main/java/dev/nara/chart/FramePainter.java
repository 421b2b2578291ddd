package dev.nara.chart;

import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws the background of a run's chart: axes with labels, the run's progress, and the titles of the plots. */
final class FramePainter {
    private static final int MOST_STEPS = 7;
    private static final int MOST_SMALL = 60;
    private static final double BAR = 4;
    private static final int TINT = 20;
    /** The opacity of labels' backgrounds, of 255. */
    private static final int VEIL = 200;

    private static final double[] ROUND = {1, 2, 5};

    private final Graphics2D g;
    private final RunScene scene;
    private final CurveFrame frame;
    private final StudyColours colours;

    FramePainter(Graphics2D g, RunScene scene, StudyColours colours) {
        this.g = g;
        this.scene = scene;
        this.frame = scene.frame();
        this.colours = colours;
    }

    void draw() {
        RunPicture.Progress progress = scene.picture().progress();
        if (progress.state() != RunPicture.Progress.State.ENDED && Double.isFinite(progress.place())) {
            g.setPaint(StudyColours.faint(colours.accent(), TINT));
            double to = Math.min(frame.right(), frame.x(progress.place()));
            g.fill(new Rectangle2D.Double(
                    frame.left(), frame.lossTop(), to - frame.left(), frame.lossBottom() - frame.lossTop()));
            g.fill(new Rectangle2D.Double(frame.left(), frame.top(), to - frame.left(), frame.bottom() - frame.top()));
        }
        g.setFont(ChartFonts.of(11));
        if (scene.picture().notes().losses().isEmpty()) {
            numbers(scene.losses(), true);
        }
        if (scene.picture().notes().figures().isEmpty()) {
            numbers(scene.figures(), false);
        }
        seams();
        bar(progress);
        axis(progress);
    }

    /** The titles of the plots, above all lines. */
    void titles() {
        g.setFont(ChartFonts.of(11));
        words(
                scene.picture().notes().losses(),
                lossTitle(),
                frame.lossTop() + 14,
                (frame.lossTop() + frame.lossBottom()) / 2);
        // Above the plot, because lines at its top matter most.
        words(
                scene.picture().notes().figures(),
                say("chart.per.epoch", scene.picture().metric()),
                frame.top() - RunNamer.UPON,
                (frame.top() + frame.bottom()) / 2);
    }

    private String say(String key, Object... arguments) {
        return Text.of(key, arguments).in(scene.locale());
    }

    /** The title of the losses, and on a logarithmic axis a note on lower values drawn at its bottom. */
    private String lossTitle() {
        boolean below = scene.picture().runs().stream()
                .flatMapToDouble(run -> scene.losses(run).points().stream().mapToDouble(CurvePoints.Point::value))
                .anyMatch(scene.losses()::below);
        if (below) {
            return say("chart.loss.below", scene.losses().ticks().get(0).label());
        }
        return say(scene.picture().options().logLoss() ? "chart.loss.title.log" : "chart.loss.title");
    }

    private void numbers(FigureTicks axis, boolean loss) {
        for (FigureTicks.Tick tick : axis.ticks()) {
            double y = loss ? frame.loss(axis, tick.value()) : frame.figure(axis, tick.value());
            g.setPaint(colours.palette().grid());
            g.setStroke(new BasicStroke(1f));
            g.draw(new Line2D.Double(frame.left(), y, frame.right(), y));
            g.setPaint(colours.muted());
            double width = g.getFontMetrics().stringWidth(tick.label());
            boolean crowded = loss
                    && axis.ticks().size() > 4
                    && !tick.equals(axis.ticks().get(0))
                    && !tick.equals(axis.ticks().get(axis.ticks().size() - 1));
            if (!crowded) {
                g.drawString(tick.label(), (float) (frame.left() - 8 - width), (float) (y + 4));
            }
        }
    }

    private void words(String note, String title, double baseline, double middle) {
        g.setPaint(colours.muted());
        String words = note.isEmpty() ? title : note;
        double width = g.getFontMetrics().stringWidth(words);
        if (note.isEmpty()) {
            g.setPaint(StudyColours.faint(colours.palette().plot(), VEIL));
            g.fill(new Rectangle2D.Double(frame.right() - 6 - width, baseline - 10, width + 4, 13));
            g.setPaint(colours.muted());
            g.drawString(words, (float) (frame.right() - 4 - width), (float) baseline);
        } else {
            g.drawString(words, (float) ((frame.left() + frame.right() - width) / 2), (float) (middle + 4));
        }
    }

    /** The points where the run was interrupted and resumed. */
    private void seams() {
        for (double seam : scene.picture().seams()) {
            double x = frame.x(seam);
            g.setPaint(colours.palette().faint());
            g.setStroke(Dashes.of(1f, 2, 3));
            g.draw(new Line2D.Double(x, frame.lossTop(), x, frame.lossBottom()));
            g.draw(new Line2D.Double(x, frame.top(), x, frame.bottom()));
            g.setPaint(colours.muted());
            g.drawString(say("chart.seam"), (float) x + 3, (float) frame.lossBottom() - 4);
        }
    }

    private void bar(RunPicture.Progress progress) {
        Rectangle2D whole = new Rectangle2D.Double(frame.left(), frame.bottom(), frame.right() - frame.left(), BAR);
        g.setPaint(colours.palette().grid());
        g.setStroke(new BasicStroke(1f));
        if (scene.picture().notes().losses().isEmpty()) {
            g.draw(new Line2D.Double(frame.left(), frame.lossBottom(), frame.right(), frame.lossBottom()));
        }
        g.setPaint(line(colours.palette()));
        g.fill(whole);
        if (!Double.isFinite(progress.place())) {
            return;
        }
        double to = Math.min(frame.right(), frame.x(progress.place()));
        Rectangle2D done = new Rectangle2D.Double(frame.left(), frame.bottom(), to - frame.left(), BAR);
        g.setPaint(
                switch (progress.state()) {
                    case TRAINS -> colours.accent();
                    case PAUSED -> colours.warn();
                    case ENDED -> colours.palette().faint();
                });
        g.fill(done);
        if (progress.state() == RunPicture.Progress.State.PAUSED) {
            g.setPaint(colours.palette().plot());
            g.setStroke(new BasicStroke(1.6f));
            for (double x = frame.left() + 6; x < to; x += 6) {
                g.draw(new Line2D.Double(x - 3, frame.bottom() + BAR, x, frame.bottom()));
            }
        }
    }

    private static Color line(Palette palette) {
        Color grid = palette.grid();
        Color faint = palette.faint();
        return new Color(
                (5 * grid.getRed() + faint.getRed()) / 6,
                (5 * grid.getGreen() + faint.getGreen()) / 6,
                (5 * grid.getBlue() + faint.getBlue()) / 6);
    }

    private void axis(RunPicture.Progress progress) {
        List<Double> large = steps(frame.planned());
        g.setStroke(new BasicStroke(1f));
        double under = frame.bottom() + BAR;
        if (scene.picture().options().along() == CurveOptions.Along.EPOCHS && frame.planned() <= MOST_SMALL) {
            g.setPaint(StudyColours.faint(colours.palette().faint(), 128));
            for (int epoch = 0; epoch <= frame.planned(); epoch++) {
                g.draw(new Line2D.Double(frame.x(epoch), under, frame.x(epoch), under + 2));
            }
        }
        double baseline = frame.bottom() + 20;
        boolean moves = progress.state() != RunPicture.Progress.State.ENDED && Double.isFinite(progress.place());
        double now = moves ? frame.x(progress.place()) : -100;
        g.setPaint(colours.palette().faint());
        large.forEach(at -> g.draw(new Line2D.Double(frame.x(at), under, frame.x(at), under + 4)));
        for (double at : large) {
            if (Math.abs(frame.x(at) - now) > 20) {
                centred(number(at), frame.x(at), baseline, colours.muted());
            }
        }
        if (moves) {
            g.setFont(ChartFonts.bold(11));
            // An epoch counts as done once it is evaluated, so progress is rounded down.
            centred(Numbers.plain(Math.floor(progress.place() * 10 + 1e-6) / 10), now, baseline, colours.accent());
            g.setFont(ChartFonts.of(11));
        }
        CurveOptions.Along along = scene.picture().options().along();
        String unit = Text.of("axis." + along).in(scene.locale());
        g.setPaint(colours.muted());
        String words = progress.done().isEmpty() ? unit : unit + " · " + progress.done();
        double half = g.getFontMetrics().stringWidth(number(frame.planned())) / 2.0;
        g.drawString(words, (float) (frame.right() + Math.max(12, half + 5)), (float) baseline);
    }

    private void centred(String words, double x, double baseline, Color colour) {
        g.setPaint(colour);
        g.drawString(words, (float) (x - g.getFontMetrics().stringWidth(words) / 2.0), (float) baseline);
    }

    private static String number(double at) {
        return at == Math.rint(at) ? Numbers.grouped(Math.round(at)) : BareNumbers.value(Double.toString(at));
    }

    /** Round values on the axis and its end, without those too near to the end. */
    static List<Double> steps(double planned) {
        double unit = Math.pow(10, Math.floor(Math.log10(planned / MOST_STEPS)));
        double step = DoubleStream.iterate(unit, u -> u * 10)
                .flatMap(u -> DoubleStream.of(ROUND).map(round -> round * u))
                .filter(s -> planned / s <= MOST_STEPS)
                .findFirst()
                .orElse(planned);
        boolean whole = planned == Math.rint(planned) && planned >= 1;
        double chosen = whole ? Math.max(1, step) : step;
        List<Double> steps = new ArrayList<>();
        for (int n = 0; n * chosen <= planned - chosen * .4; n++) {
            steps.add(n * chosen);
        }
        steps.add(planned);
        return steps;
    }
}
