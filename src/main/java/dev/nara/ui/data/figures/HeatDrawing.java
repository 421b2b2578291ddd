package dev.nara.ui.data.figures;

import dev.nara.data.Activity;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The number of rows in each hour of each day of the week, as seven rows of twenty-four cells. */
final class HeatDrawing extends Drawing {
    private static final double LEFT = 28;
    /** The height of the labels of hours below the cells. */
    private static final double FLOOR = 16;

    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int NAMED_HOURS = 6;
    private static final double FAINTEST = 0.06;

    private final Consumer<RowsQuery> open;
    private @Nullable DataWords words;
    private int[][] hours = new int[0][];

    /** {@code open} shows rows. */
    HeatDrawing(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        super(theme, 86);
        this.open = open;
        setId("drawing-hours");
    }

    void show(Activity activity, DataWords in) {
        words = in;
        hours = activity.hours();
        setAccessibleText(in.texts().get("data.heat"));
        redraw();
    }

    @Override
    List<Spot> paint(Brush brush) {
        if (words == null) {
            return List.of();
        }
        double slot = (brush.width() - LEFT) / HOURS;
        double tall = Math.floor((brush.height() - FLOOR) / DAYS);
        double most = Math.max(
                1, Arrays.stream(hours).flatMapToInt(Arrays::stream).max().orElse(1));
        Locale locale = words.texts().locale();
        List<Spot> spots = new ArrayList<>();
        for (int day = 0; day < hours.length; day++) {
            DayOfWeek weekday = DayOfWeek.of(day + 1);
            if (day % 2 == 0) {
                brush.label(
                        weekday.getDisplayName(TextStyle.SHORT, locale),
                        0,
                        day * tall + (tall + 8) / 2,
                        TextAlignment.LEFT);
            }
            for (int hour = 0; hour < HOURS; hour++) {
                double share = FAINTEST + (1 - FAINTEST) * hours[day][hour] / most;
                brush.bar(
                        LEFT + hour * slot,
                        day * tall,
                        slot - 1,
                        tall - 1,
                        brush.colours().accent(),
                        share);
                spots.add(spot(weekday, hour, new Rectangle2D(LEFT + hour * slot, day * tall, slot, tall)));
            }
        }
        for (int hour = 0; hour < HOURS; hour += NAMED_HOURS) {
            brush.label(
                    words.texts().get("data.hour", hour), LEFT + hour * slot, brush.height() - 4, TextAlignment.LEFT);
        }
        return spots;
    }

    private Spot spot(DayOfWeek day, int hour, Rectangle2D where) {
        int count = hours[day.getValue() - 1][hour];
        return new Spot(
                where,
                () -> said(day, hour, count),
                count == 0 ? null : says -> open.accept(RowsQuery.ofHour(says, day, hour)));
    }

    private String said(DayOfWeek day, int hour, int count) {
        Texts texts = Objects.requireNonNull(words).texts();
        return texts.get(
                "data.hour.rows", day.getDisplayName(TextStyle.FULL, texts.locale()), hour, Numbers.grouped(count));
    }
}
