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
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A histogram of users by their number of rows, in classes of doubling width, with the median. */
final class LengthsDrawing extends Drawing {
    private static final double FLOOR = 18;
    private static final double TOP = 14;
    private static final double ROUND = 4;

    private final Consumer<RowsQuery> open;
    private @Nullable Profile profile;
    private @Nullable DataWords words;

    /** {@code open} shows rows. */
    LengthsDrawing(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        super(theme, 76);
        this.open = open;
        setId("drawing-lengths");
    }

    void show(Profile now, DataWords in) {
        profile = now;
        words = in;
        setAccessibleText(in.get("half", Numbers.grouped(now.medianHistory())));
        redraw();
    }

    @Override
    List<Spot> paint(Brush brush) {
        if (profile == null || words == null) {
            return List.of();
        }
        int[] counts = profile.historyDoublings();
        double floor = brush.height() - FLOOR;
        double slot = brush.width() / Math.max(1, counts.length);
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        Color accent = brush.colours().accent();
        List<Spot> spots = new ArrayList<>();
        double named = -1;
        for (int c = 0; c < counts.length; c++) {
            double tall = (floor - TOP) * counts[c] / most;
            brush.bar(c * slot + 1, floor - tall, Math.max(1, slot - 2), tall, accent, 0.65);
            String from = Numbers.grouped(1L << c);
            if (c % 2 == 0 && c * slot > named) {
                brush.label(from, c == 0 ? 0 : c * slot, brush.height() - ROUND, TextAlignment.LEFT);
                named = c * slot + Brush.width(from) + ROUND;
            }
            spots.add(spot(c, counts[c], new Rectangle2D(c * slot, 0, slot, floor)));
        }
        brush.line(0, floor + 0.5, brush.width(), floor + 0.5, brush.colours().line(), false);
        median(brush, slot, floor);
        return spots;
    }

    private Spot spot(int place, int count, Rectangle2D where) {
        int least = 1 << place;
        int most = (1 << place) * 2 - 1;
        DataWords in = Objects.requireNonNull(words);
        return new Spot(
                where,
                () -> in.get("have", in.users(count), Numbers.grouped(least), Numbers.grouped(most)),
                count == 0 ? null : says -> open.accept(RowsQuery.ofLengths(says, least, most)));
    }

    private void median(Brush brush, double slot, double floor) {
        int median = profile == null ? 0 : profile.medianHistory();
        if (median > 0 && words != null) {
            double x = Math.min(brush.width() - 1, slot * Math.log(median) / Math.log(2));
            brush.line(x, 0, x, floor, brush.colours().text(), true);
            String half = words.get("half", Numbers.grouped(median));
            boolean left = x > Brush.width(half) + 2 * ROUND;
            brush.label(half, left ? x - ROUND : x + ROUND, 9, left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        }
    }
}
