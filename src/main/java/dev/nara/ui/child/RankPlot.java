package dev.nara.ui.child;

import dev.nara.ui.common.Colours;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws the ranks of held-out items over all epochs of a run, the track below them, and the thumb at the epoch on screen. */
final class RankPlot {
    /** The x coordinate of the first epoch. */
    static final double LEFT = 48;

    private static final double RIGHT = 12;
    private static final double TOP = 8;
    /** The height of one decade of ranks at the height {@link EpochScrubber#LEAST}. */
    private static final double A_DECADE = 25.2;
    /** The distance of the track, and of the text below it, from the lower edge. */
    private static final double BELOW_TRACK = 19;

    private static final double BELOW_TICK = 7;
    private static final double ABOVE_TRACK = 18;
    private static final double LABEL = 13;
    private static final int[] RANKS = {1, 5, 25, 100, 1000, 10_000};
    private static final double NEAR = 11;
    /** If the epoch on screen is beyond this share of the epochs, names are left of the thumb. */
    private static final double LATE = .65;

    /** The dash patterns that distinguish lines of the same genre. */
    private static final double[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}};

    private final GraphicsContext g;
    private final double width;
    private final double height;
    private final double track;
    private final double tick;
    /** The distance from the top to the deepest rank. */
    private final double deep;

    private final Colours colours;
    private final Frame frame;
    private final double decade;
    private final LabelRoom room;

    /**
     * The content.
     *
     * @param epochs of the whole run
     * @param known the last known epoch
     * @param shown the epoch on screen
     * @param part the share of the current epoch that is done, 0 … 1
     */
    record Frame(int epochs, int known, int shown, double part, RankLines lines, List<Integer> kept) {}

    /** The texts. */
    record Captions(
            String firstRank,
            String ends,
            String title,
            String underWay,
            String others,
            String hint,
            List<String> names) {}

    /** The plot fills the canvas. */
    RankPlot(GraphicsContext g, Colours colours, Frame frame) {
        this.g = g;
        this.width = g.getCanvas().getWidth();
        this.height = g.getCanvas().getHeight();
        this.track = height - BELOW_TRACK;
        this.tick = height - BELOW_TICK;
        this.deep = track - ABOVE_TRACK;
        this.colours = colours;
        this.frame = frame;
        this.decade =
                Math.min(A_DECADE * height / EpochScrubber.LEAST, deep / Math.max(1, Math.log10(frame.lines.worst())));
        this.room = new LabelRoom(LEFT, width - RIGHT);
    }

    /** The x coordinate of an epoch. */
    static double x(double epoch, int epochs, double width) {
        double span = width - LEFT - RIGHT;
        return epochs < 2 ? LEFT : LEFT + span * (epoch - 1) / (epochs - 1);
    }

    /** The epoch at an x coordinate. */
    static int epoch(double x, int epochs, double width) {
        double share = (x - LEFT) / Math.max(1, width - LEFT - RIGHT);
        return (int) Math.max(1, Math.min(epochs, Math.round(1 + share * (epochs - 1))));
    }

    private double x(double epoch) {
        return x(epoch, frame.epochs, width);
    }

    private double y(int rank) {
        return TOP + decade * Math.log10(Math.max(1, rank));
    }

    void draw(Captions words, Genres genres) {
        g.clearRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        if (!frame.lines.lines().isEmpty()) {
            ranks(words);
        }
        boolean early = frame.shown * 2 <= frame.epochs;
        label(words.hint, early ? width - RIGHT - wide(words.hint, false) : LEFT, track - 12, colours.muted(), false);
        track(words);
        if (frame.shown > 0) {
            g.setStroke(colours.accent());
            g.setLineWidth(1.2);
            g.strokeLine(x(frame.shown), 2, x(frame.shown), track);
        }
        lines(words, genres);
        thumb();
    }

    private void ranks(Captions words) {
        double before = -NEAR;
        for (int rank : RANKS) {
            double y = y(rank);
            if (y > TOP + deep + 2 || (rank != ShownList.LENGTH && y - before < NEAR) || hidesEnd(rank)) {
                continue;
            }
            before = y;
            boolean end = rank == ShownList.LENGTH;
            g.setStroke(end ? colours.muted() : colours.line());
            g.setLineWidth(1);
            g.setLineDashes(end ? new double[] {3, 3} : new double[0]);
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.setLineDashes();
            text(
                    rank == 1 ? words.firstRank : Integer.toString(rank),
                    LEFT - 8,
                    y,
                    TextAlignment.RIGHT,
                    colours.muted(),
                    false);
        }
    }

    /** Whether a label would overlap that of the list's end. */
    private boolean hidesEnd(int rank) {
        return rank != ShownList.LENGTH && rank != 1 && Math.abs(y(rank) - y(ShownList.LENGTH)) < NEAR;
    }

    private void track(Captions words) {
        double end = x(frame.epochs);
        g.setFill(colours.line());
        g.fillRoundRect(LEFT, track - 2, Math.max(4, end - LEFT), 4, 4, 4);
        double known = x(Math.max(1, frame.known));
        if (frame.part > 0 && frame.known < frame.epochs) {
            g.setFill(colours.accent().deriveColor(0, 1, 1, .35));
            g.fillRoundRect(LEFT, track - 2, x(frame.known + frame.part) - LEFT, 4, 4, 4);
        }
        if (frame.known > 0) {
            g.setFill(colours.accent());
            g.fillRoundRect(LEFT, track - 2, Math.max(4, known - LEFT), 4, 4, 4);
        }
        if (frame.kept.size() < 60) {
            g.setFill(colours.surface());
            frame.kept.forEach(epoch -> g.fillOval(x(epoch) - 1.2, track - 1.2, 2.4, 2.4));
        }
        for (int epoch = 1; epoch <= frame.epochs; epoch++) {
            if (ticked(epoch)) {
                text(Integer.toString(epoch), x(epoch), tick, TextAlignment.CENTER, colours.muted(), false);
            }
        }
        if (!words.underWay.isEmpty()) {
            double x = x(frame.known) + 20;
            clearLeft(words.underWay, x, tick);
            text(words.underWay, x, tick, TextAlignment.LEFT, colours.muted(), false);
        }
    }

    /** Whether an epoch has a tick: the first, the last, and about five round ones between. */
    private boolean ticked(int epoch) {
        int step = frame.epochs <= 6 ? 1 : frame.epochs <= 25 ? 5 : (frame.epochs / 25 + 1) * 5;
        boolean nearEnd = frame.epochs - epoch < step / 2.0 && epoch != frame.epochs;
        return epoch == 1 || epoch == frame.epochs || (epoch % step == 0 && !nearEnd);
    }

    private void lines(Captions words, Genres genres) {
        List<RankLines.Line> lines = frame.lines.lines();
        List<Color> ofLines = lines.stream()
                .map(line -> genres.colour(line.album().genre(), colours))
                .toList();
        for (int n = 0; n < lines.size(); n++) {
            RankLines.Line line = lines.get(n);
            line(line, ofLines.get(n), n == 0, DASHES[Math.min(alike(n, line), DASHES.length - 1)]);
        }
        if (!lines.isEmpty()) {
            ends(words);
        }
        double label = -LABEL;
        boolean left = frame.shown > frame.epochs * LATE;
        for (int n = 0; n < lines.size(); n++) {
            label = Math.max(label + LABEL, y(lines.get(n).rank()));
            if (label < track - 6) {
                name(lines.get(n), words.names.get(n), ofLines.get(n), label, left, n == 0);
            }
        }
        double right = width - RIGHT;
        if (frame.lines.others() > 0) {
            right -= wide(words.others, false);
            label(words.others, right, track - 12, colours.muted(), false);
            right -= 2 * NEAR;
        }
        // Few lines reach deep ranks, so the texts there hardly cover any.
        label(words.title, left ? LEFT : right - wide(words.title, false), track - 12, colours.muted(), false);
    }

    /** Labels the end of the list. */
    private void ends(Captions words) {
        boolean late = frame.shown > frame.epochs * LATE;
        double right = late ? x(frame.shown) * .45 : width - RIGHT;
        label(words.ends, right - wide(words.ends, false), y(ShownList.LENGTH), colours.muted(), false);
    }

    /** How many of the better items have the same genre. */
    private int alike(int n, RankLines.Line line) {
        return (int) frame.lines.lines().subList(0, n).stream()
                .filter(other -> other.album().genre().equals(line.album().genre()))
                .count();
    }

    private void line(RankLines.Line line, Color colour, boolean best, double[] dashes) {
        g.setLineDashes(dashes);
        g.setStroke(colour);
        g.setLineWidth(best ? 2.4 : 1.5);
        List<RankLines.Point> points = line.points().stream()
                .filter(point -> point.epoch() <= frame.shown)
                .toList();
        for (int p = 1; p < points.size(); p++) {
            g.strokeLine(
                    x(points.get(p - 1).epoch()),
                    y(points.get(p - 1).rank()),
                    x(points.get(p).epoch()),
                    y(points.get(p).rank()));
        }
        g.setLineDashes();
        g.setFill(colour);
        g.fillOval(x(frame.shown) - 3.5, y(line.rank()) - 3.5, 7, 7);
    }

    private void name(RankLines.Line line, String name, Color colour, double y, boolean left, boolean best) {
        double x = x(frame.shown);
        String rank = Integer.toString(line.rank());
        label(rank, (left ? x - 12 : x + 34) - wide(rank, true), y, colour, true);
        label(name, left ? x - 44 - wide(name, best) : x + 40, y, colours.text(), best);
    }

    private void thumb() {
        if (frame.shown > 0) {
            g.setFill(colours.surface());
            g.setStroke(colours.accent());
            g.setLineWidth(2.4);
            g.fillOval(x(frame.shown) - 7, track - 7, 14, 14);
            g.strokeOval(x(frame.shown) - 7, track - 7, 14, 14);
        }
    }

    /** Draws a label on a cleared background; omits it if it would overlap another. */
    private void label(String words, double left, double y, Color colour, boolean strong) {
        double wide = wide(words, strong);
        if (!words.isEmpty() && room.take(left, y, wide)) {
            g.clearRect(left - 3, y - 6, wide + 5, 12);
            text(words, left, y, TextAlignment.LEFT, colour, strong);
        }
    }

    /** Clears the background of a text that starts there. */
    private void clearLeft(String words, double left, double y) {
        g.clearRect(left - 3, y - 6, wide(words, false) + 5, 12);
    }

    private static double wide(String words, boolean strong) {
        javafx.scene.text.Text measured = new javafx.scene.text.Text(words);
        measured.setFont(font(strong));
        return measured.getLayoutBounds().getWidth();
    }

    private static Font font(boolean strong) {
        return Font.font("Pretendard", strong ? FontWeight.BOLD : FontWeight.NORMAL, 11);
    }

    private void text(String words, double x, double y, TextAlignment side, Color colour, boolean strong) {
        g.setFill(colour);
        g.setFont(font(strong));
        g.setTextAlign(side);
        g.fillText(words, x, y);
    }
}
