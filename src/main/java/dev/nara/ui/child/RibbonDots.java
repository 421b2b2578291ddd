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
 * A history as dots over time, for drawing: one a session, or one a row where times are no dates.
 *
 * @param clock whether times are dates
 * @param days how many days the last row lies after the first
 * @param split where what is learnt from ends, as a share of the time; NaN where nothing is held out or both lie among each other
 * @param genres the genres of the history, the most watched first
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
    /** Of no history. */
    static final RibbonDots NONE =
            new RibbonDots(false, Optional.empty(), 0, List.of(), Double.NaN, Optional.empty(), 0, 0, List.of());

    /** The day begins at this hour on the ribbon, when children sleep. */
    static final int MORNING = 4;

    static final int HOURS = 24;

    /**
     * A session.
     *
     * @param x share of the time, 0 … 1
     * @param y share of the day from {@link #MORNING} on, 0 … 1
     * @param item the album watched most
     * @param views how many rows
     */
    record Dot(double x, double y, long time, Use use, String genre, int item, int views) {
        /** Whether the model learns from it. */
        boolean trained() {
            return use == Use.TRAINED;
        }
    }

    /** So many rows are of that use. */
    int views(Use use) {
        return dots.stream()
                .filter(dot -> dot.use() == use)
                .mapToInt(Dot::views)
                .sum();
    }

    /** The part that begins at the split: that of validation, else that of the test. */
    Use part() {
        return firstHeld(dots).map(Dot::use).orElse(Use.HELD_OUT);
    }

    /** {@code history} is the latest first, as it is read. */
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

    /** A dot for the rows of a session that the split treats alike. */
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

    /** The first dot that is not learnt from, where all that are lie before it. */
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
