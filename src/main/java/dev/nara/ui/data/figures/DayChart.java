package dev.nara.ui.data.figures;

import dev.nara.data.Activity;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The rows per day as steps; a split by time colours the training, validation and test parts, with borders that can be moved by days. */
public final class DayChart extends Drawing {
    private static final double LEFT = 32;
    private static final double BAND = 18;
    private static final double FLOOR = 20;
    private static final double LABEL = 70;
    private static final double FILL = 0.38;

    private final Consumer<RowsQuery> open;
    private final DayHandle validation = new DayHandle("border-validation");
    private final DayHandle test = new DayHandle("border-test");
    private Consumer<Borders> moving = borders -> {};
    private Consumer<Borders> moved = borders -> {};
    private @Nullable Activity activity;
    private @Nullable DataWords words;
    private @Nullable Borders borders;

    /** {@code open} shows rows. */
    public DayChart(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        super(theme, 92);
        this.open = open;
        setId("day-chart");
        getChildren().addAll(validation, test);
        validation.onMove(x -> drag(false, x), days -> step(false, days), this::released);
        test.onMove(x -> drag(true, x), days -> step(true, days), this::released);
    }

    /** {@code whileMoving} gets the borders while one is dragged, {@code whenMoved} when it is released. */
    public void onBorders(Consumer<Borders> whileMoving, Consumer<Borders> whenMoved) {
        moving = whileMoving;
        moved = whenMoved;
    }

    /** Shows the days; without borders they have one colour. */
    public void show(Activity now, @Nullable Borders at, DataWords in) {
        activity = now;
        words = in;
        put(at);
    }

    private void put(@Nullable Borders at) {
        borders = at;
        DataWords in = words;
        validation.setVisible(at != null && at.validation() != null);
        test.setVisible(at != null);
        if (at != null && in != null) {
            test.setAccessibleText(in.texts().get("data.border.test", in.day(at.test())));
            LocalDate day = at.validation();
            validation.setAccessibleText(day == null ? "" : in.texts().get("data.border.validation", in.day(day)));
        }
        redraw();
    }

    private @Nullable DayScale scale() {
        if (activity == null || activity.days().isEmpty()) {
            return null;
        }
        return new DayScale(
                activity.days().firstKey(), activity.days().lastKey(), LEFT, Math.max(LEFT + 1, getWidth() - 2));
    }

    private void drag(boolean ofTest, double x) {
        DayScale scale = scale();
        if (scale != null) {
            move(ofTest, scale.day(x), scale);
        }
    }

    private void step(boolean ofTest, int days) {
        DayScale scale = scale();
        if (scale != null && borders != null) {
            LocalDate at = ofTest ? borders.test() : borders.validation();
            if (at != null) {
                move(ofTest, at.plusDays(days), scale);
                released();
            }
        }
    }

    private void move(boolean ofTest, LocalDate to, DayScale scale) {
        if (borders != null) {
            put(borders.moved(ofTest, to, scale.first(), scale.last()));
            moving.accept(borders);
        }
    }

    private void released() {
        if (borders != null) {
            moved.accept(borders);
        }
    }

    /** The number of rows from a day on and before another. */
    public static int rows(NavigableMap<LocalDate, Integer> days, LocalDate from, LocalDate until) {
        return from.isBefore(until)
                ? days.subMap(from, true, until, false).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        DayScale scale = scale();
        if (scale != null && borders != null) {
            double middle = BAND + (getHeight() - BAND - FLOOR) / 2;
            LocalDate day = borders.validation();
            validation.place(day == null ? LEFT : scale.x(day), middle);
            test.place(scale.x(borders.test()), middle);
        }
    }

    @Override
    List<Spot> paint(Brush brush) {
        DayScale scale = scale();
        if (scale == null || words == null || activity == null) {
            return List.of();
        }
        double floor = brush.height() - FLOOR;
        double top = NiceScale.top(
                activity.days().values().stream().mapToInt(n -> n).max().orElse(1));
        double perRow = (floor - BAND - 2) / top;
        for (int line = 0; line <= 2; line++) {
            double y = floor - line * top / 2 * perRow;
            brush.line(LEFT, y + 0.5, brush.width(), y + 0.5, brush.colours().soft(), false);
            brush.label(words.compact(line * top / 2), LEFT - 6, y + 4, TextAlignment.RIGHT);
        }
        List<LocalDate> bold = new ArrayList<>();
        stretches(brush, scale, floor, perRow, bold);
        scale.label(brush, words, brush.height() - 5, bold, LABEL);
        return days(brush, scale, floor);
    }

    private void stretches(Brush brush, DayScale scale, double floor, double perRow, List<LocalDate> bold) {
        LocalDate end = scale.last().plusDays(1);
        Colours colours = brush.colours();
        if (borders == null) {
            steps(brush, scale, scale.first(), end, floor, perRow, colours.accent());
            return;
        }
        LocalDate day = borders.validation();
        LocalDate until = day == null ? borders.test() : day;
        stretch(brush, scale, scale.first(), until, floor, perRow, PartColours.train(colours), "data.part.train");
        if (day != null) {
            stretch(
                    brush,
                    scale,
                    day,
                    borders.test(),
                    floor,
                    perRow,
                    PartColours.validation(colours),
                    "data.part.validation");
            bold.add(day);
        }
        stretch(brush, scale, borders.test(), end, floor, perRow, PartColours.test(colours), "data.part.test");
        bold.add(borders.test());
        for (LocalDate at : bold) {
            brush.line(scale.x(at), 0, scale.x(at), floor, colours.text(), false);
        }
    }

    private void stretch(
            Brush brush,
            DayScale scale,
            LocalDate from,
            LocalDate until,
            double floor,
            double perRow,
            Color colour,
            String key) {
        double x = scale.x(from);
        double wide = scale.x(until) - x;
        brush.bar(x, 0, wide, BAND, colour, 0.18);
        String name = words == null ? "" : words.texts().get(key);
        if (Brush.width(name) + 8 < wide) {
            brush.write(name, x + 6, 13, TextAlignment.LEFT, colour, true);
        }
        steps(brush, scale, from, until, floor, perRow, colour);
    }

    private void steps(
            Brush brush, DayScale scale, LocalDate from, LocalDate until, double floor, double perRow, Color colour) {
        int days = (int) Math.max(0, until.toEpochDay() - from.toEpochDay());
        double[] xs = new double[2 * days + 2];
        double[] ys = new double[2 * days + 2];
        for (int d = 0; d < days && activity != null; d++) {
            LocalDate day = from.plusDays(d);
            double y = floor - activity.days().getOrDefault(day, 0) * perRow;
            xs[2 * d] = scale.x(day);
            xs[2 * d + 1] = scale.x(day.plusDays(1));
            ys[2 * d] = y;
            ys[2 * d + 1] = y;
        }
        xs[2 * days] = scale.x(until);
        xs[2 * days + 1] = scale.x(from);
        ys[2 * days] = floor;
        ys[2 * days + 1] = floor;
        brush.area(xs, ys, xs.length, colour, FILL);
    }

    /** Hatches days that are nearly empty; each day, or each pixel if days are narrower, shows its rows under the mouse. */
    private List<Spot> days(Brush brush, DayScale scale, double floor) {
        List<Spot> spots = new ArrayList<>();
        double wide = Math.max(1, scale.perDay());
        for (double x = LEFT; x < scale.right() - 0.5; x += wide) {
            LocalDate day = scale.within(x + wide / 2);
            if (activity != null && words != null) {
                int rows = activity.days().getOrDefault(day, 0);
                if (activity.nearlyEmpty(day) && scale.perDay() >= 2) {
                    brush.hatch(x, BAND + 2, wide, floor - BAND - 2);
                }
                spots.add(new Spot(
                        new Rectangle2D(x, 0, wide, floor),
                        () -> said(day, rows),
                        rows == 0 ? null : says -> open.accept(RowsQuery.ofDays(says, day, day))));
            }
        }
        return spots;
    }

    private String said(LocalDate day, int rows) {
        DataWords in = Objects.requireNonNull(words);
        return in.get("day", in.fullDay(day), Numbers.grouped(rows));
    }
}
