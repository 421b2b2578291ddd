package dev.nara.ui.data.figures;

import dev.nara.data.Activity;
import dev.nara.ui.common.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The number of users with rows in each week, on a time axis: partial weeks are narrower, nearly empty days are hatched. */
final class WeeksDrawing extends Drawing {
    private static final double LEFT = 34;
    private static final double FLOOR = 16;
    private static final double TOP = 6;
    private static final double LABEL = 62;
    private static final int WEEK = 7;

    private final Consumer<RowsQuery> open;
    private @Nullable DataWords words;
    private @Nullable Activity activity;

    /** {@code open} shows rows. */
    WeeksDrawing(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        super(theme, 62);
        this.open = open;
        setId("drawing-weeks");
    }

    void show(Activity now, DataWords in) {
        words = in;
        activity = now;
        setAccessibleText(in.get("weeks"));
        redraw();
    }

    @Override
    List<Spot> paint(Brush brush) {
        if (words == null || activity == null || activity.days().isEmpty()) {
            return List.of();
        }
        NavigableMap<LocalDate, Integer> weeks = activity.usersByWeek();
        LocalDate first = activity.days().firstKey();
        LocalDate last = activity.days().lastKey();
        DayScale scale = new DayScale(first, last, LEFT, brush.width());
        double floor = brush.height() - FLOOR;
        double top =
                NiceScale.top(weeks.values().stream().mapToInt(n -> n).max().orElse(1));
        List<Spot> spots = new ArrayList<>();
        weeks.forEach((monday, users) -> {
            LocalDate from = monday.isBefore(first) ? first : monday;
            LocalDate to = monday.plusDays(WEEK).isAfter(last) ? last.plusDays(1) : monday.plusDays(WEEK);
            double x = scale.x(from);
            double wide = Math.max(0.6, scale.x(to) - x - (scale.perDay() > 1 ? 1.5 : 0));
            double tall = (floor - TOP) * users / top;
            brush.bar(x, floor - tall, wide, tall, brush.colours().accent(), 0.65);
            hatch(brush, scale, from, to, floor - tall, tall);
            spots.add(spot(monday, users, new Rectangle2D(x, 0, Math.max(1, wide), floor)));
        });
        brush.line(
                LEFT, floor + 0.5, brush.width(), floor + 0.5, brush.colours().line(), false);
        brush.label("0", LEFT - 4, floor + 4, TextAlignment.RIGHT);
        brush.label(words.compact(top), LEFT - 4, TOP + 4, TextAlignment.RIGHT);
        scale.label(brush, words, brush.height() - 3, List.of(), LABEL);
        return spots;
    }

    private void hatch(Brush brush, DayScale scale, LocalDate from, LocalDate to, double y, double tall) {
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            if (scale.perDay() > 1 && activity != null && activity.nearlyEmpty(day)) {
                brush.bar(scale.x(day), y, scale.perDay(), tall, brush.colours().surface(), 1);
                brush.hatch(scale.x(day), y, scale.perDay(), tall);
            }
        }
    }

    private Spot spot(LocalDate monday, int users, Rectangle2D where) {
        DataWords in = Objects.requireNonNull(words);
        return new Spot(
                where,
                () -> in.get("week", in.fullDay(monday), in.users(users)),
                says -> open.accept(RowsQuery.ofDays(says, monday, monday.plusDays(WEEK - 1L))));
    }
}
