package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.explain.UserHistory.Use;
import dev.nara.explain.UserHistory.Viewing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history as dots over time, for drawing: one per session, or one per row if times are not dates.
 *
 * @param clock whether times are dates
 * @param days the number of days between the first and the last row
 * @param split the end of the training rows as a share of the time; NaN if nothing is held out, or if training rows follow held-out ones
 * @param genres the genres of the history, most watched first
 */
record RibbonDots(
        boolean clock,
        Optional<LocalDate> first,
        long days,
        List<Dot> dots,
        double split,
        Optional<LocalDate> splitDay,
        int rows,
        int sessions,
        List<String> genres) {
    /** An empty history. */
    static final RibbonDots NONE =
            new RibbonDots(false, Optional.empty(), 0, List.of(), Double.NaN, Optional.empty(), 0, 0, List.of());

    /** The hour at which a day starts on the ribbon, when children sleep. */
    static final int MORNING = 4;

    static final int HOURS = 24;

    /**
     * A session, or its rows in one part of the split.
     *
     * @param x position in time, 0 … 1
     * @param y position in the day starting at {@link #MORNING}, 0 … 1
     * @param item the item watched most
     * @param views the number of rows
     */
    record Dot(double x, double y, long time, Use use, String genre, int item, int views) {
        /** Whether the model is trained on it. */
        boolean trained() {
            return use == Use.TRAINED;
        }
    }

    /** The number of rows with that use. */
    int views(Use use) {
        return dots.stream()
                .filter(dot -> dot.use() == use)
                .mapToInt(Dot::views)
                .sum();
    }

    /** The part that starts at the split: validation or test. */
    Use part() {
        return firstHeld(dots).map(Dot::use).orElse(Use.HELD_OUT);
    }

    /** {@code history} is in the order in which it is read, latest first. */
    static RibbonDots of(Dataset dataset, List<Viewing> history) {
        List<Viewing> rows = new ArrayList<>(history);
        Collections.reverse(rows);
        boolean clock = dataset.clock();
        if (rows.isEmpty()) {
            return NONE;
        }
        long from = rows.get(0).time();
        long to = rows.get(rows.size() - 1).time();
        List<Dot> dots = dots(dataset, rows);
        Optional<LocalDate> first = clock ? Optional.of(dataset.calendar().date(from)) : Optional.empty();
        long days = clock ? dataset.calendar().day(to) - dataset.calendar().day(from) : 0;
        Optional<Dot> held = firstHeld(dots);
        return new RibbonDots(
                clock,
                first,
                days,
                List.copyOf(dots),
                held.map(Dot::x).orElse(Double.NaN),
                clock ? held.map(dot -> dataset.calendar().date(dot.time())) : Optional.empty(),
                rows.size(),
                (int) rows.stream()
                        .mapToInt(Viewing::session)
                        .filter(s -> s > 0)
                        .distinct()
                        .count(),
                genres(dataset, rows));
    }

    /** A dot for the rows of a session in the same part of the split. */
    private static List<Dot> dots(Dataset dataset, List<Viewing> rows) {
        boolean clock = dataset.clock();
        long from = rows.get(0).time();
        long span = Math.max(1, rows.get(rows.size() - 1).time() - from);
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            Viewing row = rows.get(n);
            groups.computeIfAbsent(List.of(clock ? row.session() : n, row.use()), g -> new ArrayList<>())
                    .add(n);
        }
        List<Dot> dots = new ArrayList<>();
        for (List<Integer> places : groups.values()) {
            Viewing at = rows.get(places.get(0));
            int item = most(places.stream().map(rows::get).toList());
            double x = clock ? (at.time() - from) / (double) span : share(places.get(0), rows.size());
            double y = clock ? ofDay(dataset, at.time()) : .5;
            dots.add(new Dot(x, y, at.time(), at.use(), dataset.genre(item), item, places.size()));
        }
        return dots;
    }

    private static double share(int n, int count) {
        return count < 2 ? 0 : n / (count - 1.0);
    }

    private static double ofDay(Dataset dataset, long time) {
        double hour = dataset.calendar().hour(time) + Math.floorMod(time, LogTime.HOUR) / (double) LogTime.HOUR;
        return (hour - MORNING + HOURS) % HOURS / HOURS;
    }

    private static int most(List<Viewing> rows) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.item(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** The first held-out dot, if no training dot is later. */
    private static Optional<Dot> firstHeld(List<Dot> dots) {
        Optional<Dot> held = dots.stream()
                .filter(dot -> dot.use() == Use.HELD_OUT || dot.use() == Use.VALIDATION)
                .min(Comparator.comparingLong(Dot::time));
        return held.filter(first -> dots.stream().noneMatch(dot -> dot.trained() && dot.time() > first.time()));
    }

    private static List<String> genres(Dataset dataset, List<Viewing> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(dataset.genre(row.item()), 1, Integer::sum));
        counts.remove("");
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
