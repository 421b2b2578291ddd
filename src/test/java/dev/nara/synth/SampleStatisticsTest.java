package dev.nara.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a small sample is like the real service. */
class SampleStatisticsTest {
    private static final LocalDate LAST_USUAL_DAY = LocalDate.of(2022, 4, 27);

    @TempDir
    static Path shared;

    private static SampleReport report;
    private static Csv meta;
    private static Csv profiles;
    private static List<Csv.Row> starts;

    @BeforeAll
    static void write() throws IOException {
        report = SampleService.write(shared, new SampleOptions(600, 42, false), done -> {});
        meta = Csv.read(shared.resolve("meta_data.csv"));
        profiles = Csv.read(shared.resolve("profile_data.csv"));
        starts = Csv.read(shared.resolve("history_data.csv")).starts();
    }

    @Test
    void quartilesOfStartsAreThoseOfTheService() {
        List<Long> counts = Csv.counts(starts, row -> row.get("profile_id")).values().stream()
                .sorted()
                .toList();
        assertEquals(10, counts.get(150), 1);
        assertEquals(36, counts.get(300), 1);
        assertEquals(101, counts.get(450), 4);
    }

    @Test
    void moreThanHalfOfTheStartsRepeatAPair() {
        double pairs = Csv.counts(starts, row -> row.get("profile_id") + " " + row.get("album_id"))
                .size();
        assertBetween(0.52, 0.62, 1 - pairs / starts.size());
    }

    @Test
    void eveningsAndWeekendsAreBusiest() {
        Map<Integer, Long> hours = Csv.counts(starts, row -> (int) (row.number("log_time") / 10_000 % 100));
        assertBetween(0.085, 0.12, hours.getOrDefault(19, 0L) / (double) starts.size());
        assertEquals(
                19,
                hours.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey());

        List<DayOfWeek> days = starts.stream()
                .map(Csv.Row::day)
                .filter(day -> !day.isAfter(LAST_USUAL_DAY))
                .map(LocalDate::getDayOfWeek)
                .toList();
        long weekend =
                days.stream().filter(day -> day.compareTo(DayOfWeek.FRIDAY) > 0).count();
        // From 1 March to 27 April there are 16 days of weekend and 42 others.
        assertBetween(1.25, 1.55, weekend / 16.0 / ((days.size() - weekend) / 42.0));
    }

    @Test
    void agesAndSexesAreThoseOfTheService() {
        Map<Long, Long> ages = Csv.counts(profiles.rows(), row -> row.number("age"));
        long[] expected = {16, 35, 79, 89, 85, 78, 72, 83, 34, 15, 8, 3, 4};
        for (int i = 0; i < expected.length; i++) {
            assertEquals((double) expected[i], ages.getOrDefault(i + 1L, 0L), 1.0, "age " + (i + 1));
        }
        assertBetween(0.47, 0.59, profiles.count(row -> row.get("sex").equals("F")) / 600.0);
    }

    @Test
    void genresFollowTheAge() {
        Map<String, String> genres = meta.genres();
        Map<String, Long> ages = profiles.rows().stream()
                .collect(Collectors.toMap(row -> row.get("profile_id"), row -> row.number("age")));
        assertEquals("노래율동", favourite(genres, ages, 1, 3).get(0));
        assertEquals(
                Set.of("책", "놀이교실"), Set.copyOf(favourite(genres, ages, 5, 8).subList(0, 2)));
        assertEquals("TV만화", favourite(genres, ages, 10, 13).get(0));
    }

    @Test
    void fewAlbumsTakeManyViewsAndMostHaveFewViewers() {
        List<Long> views = Csv.counts(starts, row -> row.get("album_id")).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        // One per cent of some 1,800 watched albums is far less than in the real folder, so it takes less of the views.
        long head = views.stream()
                .limit(views.size() / 100)
                .mapToLong(Long::longValue)
                .sum();
        assertBetween(0.07, 0.30, head / (double) starts.size());

        Map<String, Set<String>> viewers = new HashMap<>();
        starts.forEach(row -> viewers.computeIfAbsent(row.get("album_id"), album -> new HashSet<>())
                .add(row.get("profile_id")));
        long few = viewers.values().stream().filter(set -> set.size() <= 5).count();
        assertBetween(0.52, 0.66, few / (double) viewers.size());
        assertBetween(0.42, 0.62, viewers.size() / (double) report.inMeta().albums());
    }

    @Test
    void quirksComeAtTheirRates() {
        double rows = report.rows().history();
        SampleReport.InLogs quirks = report.inLogs();
        assertBetween(0.095, 0.115, quirks.repeatedRows() / rows);
        assertBetween(0.006, 0.010, quirks.sessionsAhead() / rows);
        assertBetween(0.915, 0.94, quirks.paymentsEmpty() / rows);
        assertBetween(0.17, 0.21, quirks.glances() / (double) report.rows().watchEnds());
        assertBetween(0.05, 0.11, quirks.profilesOnlyHere() / 600.0);
        assertTrue(quirks.outageDays() < rows / 200);
    }

    private static void assertBetween(double low, double high, double value) {
        assertTrue(low <= value && value <= high, value + " is not within " + low + " to " + high);
    }

    private static List<String> favourite(Map<String, String> genres, Map<String, Long> ages, int from, int to) {
        Predicate<Csv.Row> ofAge = row -> {
            long age = ages.getOrDefault(row.get("profile_id"), 0L);
            return from <= age && age <= to;
        };
        return Csv.counts(starts.stream().filter(ofAge).toList(), row -> genres.get(row.get("album_id")))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
