package dev.nara.synth;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleServiceTest {
    private static final String VISIT = "profile_id,ss_id,log_time,act_target_dtl,album_id";
    private static final String HISTORY_HEADER = VISIT + ",payment,continuous_play,short_trailer";
    private static final LocalDate LAST_USUAL_DAY = LocalDate.of(2022, 4, 27);

    @TempDir
    static Path shared;

    private static SampleReport report;
    private static Csv history;
    private static Csv ends;
    private static Csv meta;
    private static Csv profiles;

    @BeforeAll
    static void write() throws IOException {
        report = SampleService.write(shared, new SampleOptions(600, 42, true), done -> {});
        history = Csv.read(shared.resolve("history_data.csv"));
        ends = Csv.read(shared.resolve("watch_e_data.csv"));
        meta = Csv.read(shared.resolve("meta_data.csv"));
        profiles = Csv.read(shared.resolve("profile_data.csv"));
    }

    @Test
    void sameOptionsGiveTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        SampleService.write(first, new SampleOptions(60, 7, true), done -> {});
        SampleService.write(second, new SampleOptions(60, 7, true), done -> {});
        for (String name : List.of(
                "history_data.csv",
                "watch_e_data.csv",
                "buy_data.csv",
                "search_data.csv",
                "meta_data.csv",
                "meta_data_plus.csv",
                "profile_data.csv",
                "sample_submission.csv",
                "hidden/history_data_2022-05.csv",
                "hidden/history_data_2022-06.csv",
                "hidden/history_data_2022-07.csv")) {
            assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
        }
    }

    @Test
    void hiddenMonthsLeaveTheRestAsItIs(@TempDir Path with, @TempDir Path without) throws IOException {
        SampleService.write(with, new SampleOptions(60, 7, true), done -> {});
        SampleService.write(without, new SampleOptions(60, 7, false), done -> {});
        String name = "history_data.csv";
        assertEquals(-1, Files.mismatch(with.resolve(name), without.resolve(name)));
        assertFalse(Files.exists(without.resolve("hidden")));
    }

    @Test
    void anotherSeedGivesOtherChildren(@TempDir Path first, @TempDir Path second) throws IOException {
        SampleService.write(first, new SampleOptions(60, 7, false), done -> {});
        SampleService.write(second, new SampleOptions(60, 8, false), done -> {});
        for (String name : List.of("history_data.csv", "meta_data.csv", "profile_data.csv")) {
            assertTrue(Files.mismatch(first.resolve(name), second.resolve(name)) >= 0, name);
        }
    }

    @Test
    void leavesNothingBesideTheFolderAndTellsProgress(@TempDir Path parent) throws IOException {
        List<Double> reported = new ArrayList<>();
        SampleService.write(parent.resolve("data"), new SampleOptions(50, 1, false), reported::add);
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(List.of(parent.resolve("data")), left.toList());
        }
        assertEquals(1.0, reported.get(reported.size() - 1));
        assertEquals(reported.stream().sorted().toList(), reported);
    }

    @Test
    void refusesFewerThanFiftyProfiles() {
        assertThrows(IllegalArgumentException.class, () -> new SampleOptions(49, 1, false));
    }

    @Test
    void headersAreThoseOfTheService() throws IOException {
        assertEquals(HISTORY_HEADER, history.header());
        assertEquals(VISIT + ",watch_time,total_time,continuous_play", ends.header());
        assertEquals(VISIT + ",payment", header("buy_data.csv"));
        assertEquals(VISIT, header("search_data.csv"));
        assertEquals(
                "album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,onair_date,"
                        + "cast_1,cast_2,cast_3,cast_4,cast_5,cast_6,cast_7",
                meta.header());
        assertEquals("album_id,keyword_type,keyword_name,keyword_value", header("meta_data_plus.csv"));
        assertEquals(
                "profile_id,sex,age,pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,pr_interest_keyword_cd_3,"
                        + "ch_interest_keyword_cd_1,ch_interest_keyword_cd_2,ch_interest_keyword_cd_3",
                profiles.header());
        assertEquals("profile_id,predicted_list", header("sample_submission.csv"));
        assertEquals(HISTORY_HEADER, header("hidden/history_data_2022-06.csv"));
    }

    @Test
    void staysUnderFiveMegabytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(shared)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < 5_000_000, "bytes " + bytes);
    }

    @Test
    void reportedRowsAreThoseOfTheFiles() throws IOException {
        SampleReport.Rows rows = report.rows();
        assertEquals(history.rows().size(), rows.history());
        assertEquals(ends.rows().size(), rows.watchEnds());
        assertEquals(size("buy_data.csv"), rows.buys());
        assertEquals(size("search_data.csv"), rows.searches());
        assertEquals(meta.rows().size(), rows.meta());
        assertEquals(size("meta_data_plus.csv"), rows.keywords());
        assertEquals(600, rows.profiles());
        assertEquals(600, profiles.rows().size());
        assertEquals(600, rows.submission());
        long hidden = size("hidden/history_data_2022-05.csv")
                + size("hidden/history_data_2022-06.csv")
                + size("hidden/history_data_2022-07.csv");
        assertEquals(hidden, rows.hidden());
    }

    @Test
    void reportedQuirksOfTheLogsAreThoseOfTheFiles() {
        SampleReport.InLogs quirks = report.inLogs();
        Map<String, Long> metaRows = Csv.counts(meta.rows(), row -> row.get("album_id"));
        Set<String> albums = history.values("album_id");
        Set<String> profilesHere = history.values("profile_id");
        assertAll(
                () -> assertEquals(history.rows().size() - history.starts().size(), quirks.repeatedRows()),
                () -> assertEquals(
                        history.count(row -> row.number("ss_id") > row.number("log_time")), quirks.sessionsAhead()),
                () -> assertEquals(history.count(row -> row.number("log_time") % 100 > 59), quirks.secondsOver59()),
                () -> assertEquals(
                        history.count(row -> row.number("log_time") / 1_000_000 > row.number("ss_id") / 1_000_000),
                        quirks.laterDays()),
                () -> assertEquals(history.count(row -> row.day().isAfter(LAST_USUAL_DAY)), quirks.outageDays()),
                () -> assertEquals(history.count(row -> row.get("payment").isEmpty()), quirks.paymentsEmpty()),
                () -> assertEquals(history.count(row -> row.get("payment").endsWith(".0")), quirks.paymentsWithPoint()),
                () -> assertEquals(ends.count(row -> row.number("watch_time") <= 15), quirks.glances()),
                () -> assertEquals(without(profilesHere, ends.values("profile_id")), quirks.profilesOnlyHere()),
                () -> assertEquals(albums.size(), quirks.albumsWatched()),
                () -> assertEquals(without(albums, ends.values("album_id")), quirks.albumsOnlyHere()),
                () -> assertEquals(
                        history.rows().stream()
                                .mapToLong(row -> metaRows.get(row.get("album_id")))
                                .sum(),
                        quirks.joinedRows()));
    }

    @Test
    void reportedQuirksOfTheCatalogueAreThoseOfTheFile() {
        SampleReport.InMeta quirks = report.inMeta();
        Map<String, Long> rows = Csv.counts(meta.rows(), row -> row.get("album_id"));
        Map<String, String> genres = meta.genres();
        assertAll(
                () -> assertEquals(rows.size(), quirks.albums()),
                () -> assertEquals(
                        rows.values().stream().filter(count -> count > 1).count(), quirks.albumsWithSeveralRows()),
                () -> assertEquals(
                        rows.values().stream().max(Comparator.naturalOrder()).orElseThrow(),
                        quirks.mostRowsOfAnAlbum()),
                () -> assertEquals(count(genres, "노래율동"), quirks.spelledTogether()),
                () -> assertEquals(count(genres, "노래 율동"), quirks.spelledApart()),
                () -> assertEquals(29, new HashSet<>(genres.values()).size()),
                () -> assertEquals(meta.count(row -> row.get("onair_date").isEmpty()), quirks.onAirEmpty()),
                () -> assertEquals(meta.count(row -> row.get("onair_date").endsWith(".0")), quirks.onAirWithPoint()),
                () -> assertEquals(meta.count(row -> row.get("cast_7").matches("\\d+")), quirks.numbersAsCast()),
                () -> assertEquals(meta.count(row -> row.get("title").matches(".*[,\"].*")), quirks.titlesQuoted()));
    }

    @Test
    void reportedEmptyInterestsAreThoseOfTheFile() {
        SampleReport.InProfiles quirks = report.inProfiles();
        assertEquals(empty("pr_interest_keyword_cd_2"), quirks.secondParentEmpty());
        assertEquals(empty("pr_interest_keyword_cd_3"), quirks.thirdParentEmpty());
        assertEquals(empty("ch_interest_keyword_cd_2"), quirks.secondChildEmpty());
        assertEquals(empty("ch_interest_keyword_cd_3"), quirks.thirdChildEmpty());
        assertEquals(0, empty("pr_interest_keyword_cd_1"));
    }

    @Test
    void rowsOfOneAlbumDifferInSubTitleOnly() {
        Map<String, Set<String>> rest = new HashMap<>();
        for (Csv.Row row : meta.rows()) {
            List<String> fields = new ArrayList<>(row.fields());
            fields.remove(2);
            rest.computeIfAbsent(row.get("album_id"), album -> new HashSet<>()).add(String.join("|", fields));
        }
        assertTrue(rest.values().stream().allMatch(set -> set.size() == 1));
        assertEquals(
                meta.rows().size(),
                Csv.counts(meta.rows(), row -> row.get("album_id") + " " + row.get("sub_title"))
                        .size());
    }

    @Test
    void profilesAscendAndAllHaveHistory() throws IOException {
        List<Long> ids =
                profiles.rows().stream().map(row -> row.number("profile_id")).toList();
        Csv submission = Csv.read(shared.resolve("sample_submission.csv"));
        assertEquals(new ArrayList<>(new TreeSet<>(ids)), ids);
        assertEquals(
                ids,
                submission.rows().stream().map(row -> row.number("profile_id")).toList());
        assertTrue(submission.rows().stream()
                .allMatch(row -> row.get("predicted_list").equals("[0]")));
        assertEquals(profiles.values("profile_id"), history.values("profile_id"));
    }

    private static long count(Map<String, String> genres, String genre) {
        return genres.values().stream().filter(genre::equals).count();
    }

    private static long empty(String column) {
        return profiles.count(row -> row.get(column).isEmpty());
    }

    private static int without(Set<String> all, Set<String> others) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest.size();
    }

    private static String header(String name) throws IOException {
        return Csv.read(shared.resolve(name)).header();
    }

    private static long size(String name) throws IOException {
        return Csv.read(shared.resolve(name)).rows().size();
    }
}
