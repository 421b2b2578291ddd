package dev.nara.ui.data.figures;

import dev.nara.data.Profile;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The number of rows of each item by popularity, with logarithmic axes; the most popular hundredth is shaded. */
final class RanksDrawing extends Drawing {
    private static final double LEFT = 34;
    private static final double FLOOR = 16;
    private static final double TOP = 6;
    private static final int POINTS = 60;
    private static final int HUNDRED = 100;

    private final Consumer<RowsQuery> open;
    private @Nullable DataWords words;
    private int[] counts = new int[0];
    private double head;
    private int watched;

    /** {@code open} shows rows. */
    RanksDrawing(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        super(theme, 72);
        this.open = open;
        setId("drawing-ranks");
    }

    void show(Profile profile, DataWords in) {
        words = in;
        counts = profile.popularity();
        watched = profile.watchedItems();
        head = profile.headShare();
        setAccessibleText(in.get("top", Numbers.percent(head, 0)));
        redraw();
    }

    @Override
    List<Spot> paint(Brush brush) {
        if (words == null || watched == 0) {
            return List.of();
        }
        DataWords in = words;
        double floor = brush.height() - FLOOR;
        double top = Math.max(1, Math.ceil(Math.log10(Math.max(2, counts[0]))));
        double right = Math.max(1, Math.log(watched));
        double wide = brush.width() - LEFT;
        double[] xs = new double[POINTS + 2];
        double[] ys = new double[POINTS + 2];
        int shaded = 0;
        List<Spot> spots = new ArrayList<>();
        int hundredth = Math.max(1, watched / HUNDRED);
        for (int p = 0; p < POINTS; p++) {
            int rank = (int) Math.min(watched, Math.round(Math.exp(right * p / (POINTS - 1))));
            int rows = counts[rank - 1];
            xs[p] = LEFT + wide * Math.log(rank) / right;
            ys[p] = floor - (floor - TOP) * Math.log10(rows) / top;
            shaded = rank <= hundredth ? p + 1 : shaded;
            spots.add(new Spot(
                    new Rectangle2D(LEFT + wide * p / POINTS, 0, wide / POINTS, floor),
                    () -> in.get("rank", Numbers.grouped(rank), Numbers.grouped(rows)),
                    says -> open.accept(RowsQuery.ofRank(says, rank))));
        }
        shade(brush, xs, ys, shaded, floor);
        brush.curve(xs, ys, POINTS, brush.colours().accent(), 1.8);
        axes(brush, top, floor);
        return spots;
    }

    private static void shade(Brush brush, double[] xs, double[] ys, int points, double floor) {
        double[] areaX = Arrays.copyOf(xs, points + 2);
        double[] areaY = Arrays.copyOf(ys, points + 2);
        areaX[points] = points == 0 ? LEFT : xs[points - 1];
        areaX[points + 1] = LEFT;
        areaY[points] = floor;
        areaY[points + 1] = floor;
        brush.area(areaX, areaY, points + 2, brush.colours().accent(), 0.18);
    }

    private void axes(Brush brush, double top, double floor) {
        DataWords in = Objects.requireNonNull(words);
        brush.line(
                LEFT, floor + 0.5, brush.width(), floor + 0.5, brush.colours().line(), false);
        int step = top > 3 ? 2 : 1;
        for (int power = 0; power <= top; power += step) {
            double y = floor - (floor - TOP) * power / top;
            brush.label(in.compact(Math.pow(10, power)), LEFT - 4, y + 3, TextAlignment.RIGHT);
        }
        double wide = brush.width() - LEFT;
        String last = Numbers.grouped(watched);
        String first = in.get("rank.first");
        brush.label(first, LEFT, brush.height() - 2, TextAlignment.LEFT);
        brush.label(last, brush.width(), brush.height() - 2, TextAlignment.RIGHT);
        double named = LEFT + Brush.width(first) + 8;
        for (long rank = 10; rank < watched; rank *= 10) {
            double x = LEFT + wide * Math.log((double) rank) / Math.max(1, Math.log(watched));
            double half = Brush.width(Numbers.grouped(rank)) / 2;
            if (x - half > named && x + half < brush.width() - Brush.width(last) - 8) {
                brush.label(Numbers.grouped(rank), x, brush.height() - 2, TextAlignment.CENTER);
                named = x + half + 8;
            }
        }
        brush.label(in.get("top", Numbers.percent(head, 0)), brush.width(), 11, TextAlignment.RIGHT);
    }
}
