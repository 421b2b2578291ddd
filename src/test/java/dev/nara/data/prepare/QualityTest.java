package dev.nara.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.ServiceFolder;
import dev.nara.data.Toy;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.service.ServiceReader;
import dev.nara.split.RandomSplit;
import dev.nara.split.TimeSplit;
import dev.nara.synth.SampleOptions;
import dev.nara.synth.SampleReport;
import dev.nara.synth.SampleService;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator plants the quirks of the real data and counts them; the quality page must find every one. */
class QualityTest {
    @TempDir
    static Path folder;

    private static SampleReport truth;
    private static Dataset raw;
    private static Map<String, Finding> found;

    @BeforeAll
    static void read() throws IOException, DataException {
        truth = SampleService.write(folder, new SampleOptions(400, 5, false), done -> {});
        raw = new ServiceReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        found = Quality.of(raw).stream().collect(Collectors.toMap(Finding::id, f -> f));
    }

    private static long count(String id) {
        Finding finding = found.get(id);
        return finding == null ? 0 : finding.count();
    }

    @Test
    void quirksOfTheLogAreThoseThatWerePlanted() {
        SampleReport.InLogs logs = truth.inLogs();
        assertTrue(logs.repeatedRows() > 0 && logs.glances() > 0 && logs.profilesOnlyHere() > 0, logs.toString());
        assertEquals(logs.repeatedRows(), count("repeated-rows"));
        assertEquals(logs.sessionsAhead(), count("session-after-log"));
        assertEquals(logs.secondsOver59(), count("impossible-seconds"));
        assertEquals(logs.laterDays(), count("session-over-days"));
        assertEquals(logs.paymentsEmpty(), count("payment-empty"));
        assertEquals(logs.paymentsWithPoint(), count("payment-spelling"));
        assertEquals(logs.glances(), count("glances"));
        assertEquals(logs.profilesOnlyHere(), count("users-without-ends"));
        assertEquals(logs.albumsOnlyHere(), count("items-without-ends"));
        assertEquals(logs.joinedRows(), count("join-multiplies"));
        assertEquals(logs.outageDays(), count("sparse-days"));
    }

    @Test
    void quirksOfTheMetaAreThoseThatWerePlanted() {
        SampleReport.InMeta meta = truth.inMeta();
        assertEquals(meta.albumsWithSeveralRows(), count("meta-repeated"));
        assertEquals(Math.min(meta.spelledApart(), meta.spelledTogether()), count("spelling"));
        assertEquals(meta.onAirEmpty(), count("on-air-empty"));
        assertEquals(meta.onAirWithPoint(), count("on-air-spelling"));
        assertEquals(meta.numbersAsCast(), count("numbers-as-cast"));
        assertEquals(meta.albums() - truth.inLogs().albumsWatched(), count("unwatched-items"));
        assertEquals(meta.albums(), raw.items().size());
    }

    @Test
    void missingInterestsAreThoseThatWerePlanted() {
        SampleReport.InProfiles profiles = truth.inProfiles();
        Attributes users = raw.userAttributes();
        assertEquals(profiles.secondParentEmpty(), users.missing("pr_interest_keyword_cd_2"));
        assertEquals(profiles.thirdParentEmpty(), users.missing("pr_interest_keyword_cd_3"));
        assertEquals(profiles.secondChildEmpty(), users.missing("ch_interest_keyword_cd_2"));
        assertEquals(profiles.thirdChildEmpty(), users.missing("ch_interest_keyword_cd_3"));
        assertEquals(
                profiles.secondParentEmpty()
                        + profiles.thirdParentEmpty()
                        + profiles.secondChildEmpty()
                        + profiles.thirdChildEmpty(),
                count("interests-empty"));
        assertEquals(0, count("meta-conflict"));
        assertEquals(0, count("attributes-repeat-users"));
    }

    @Test
    void everyFindingHasExamplesAndTextsInBothLanguages() {
        for (Finding finding : found.values()) {
            assertFalse(finding.examples().isEmpty(), finding.id());
            for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                assertTrue(Text.exists("finding." + finding.id(), locale), finding.id());
                assertTrue(Text.exists("finding." + finding.id() + ".effect", locale), finding.id());
            }
            if (!finding.repair().isEmpty()) {
                assertTrue(Quality.repairs().contains(finding.repair()), finding.id());
                assertTrue(Text.exists("repair." + finding.repair(), Locale.KOREAN), finding.id());
            }
        }
    }

    @Test
    void theJoinIsShownForTheEye() {
        List<String> samples = Objects.requireNonNull(found.get("join-sample")).examples();
        assertEquals(Finding.EXAMPLES, samples.size());
        for (String sample : samples) {
            int arrow = sample.indexOf(" → ");
            int album = raw.items().indexOf(sample.substring(0, arrow));
            assertEquals(raw.itemAttributes().text("genre_mid", album), sample.substring(arrow + 3));
        }
    }

    @Test
    void aRandomSplitLeaksTwiceAsMuchAsOneByTime() throws DataException {
        Dataset dataset = Preparing.apply(raw, Recipe.USUAL).dataset();
        double random = RandomSplit.ofRows().split(dataset, "0.8", 1).leakShare();
        double byTime = TimeSplit.byDate().split(dataset, "2022-04-15", 1).leakShare();
        assertTrue(random > 1.8 * byTime, random + " against " + byTime);
    }

    @Test
    void everyRepairRemovesWhatItIsFor() throws DataException {
        Prepared repaired = Preparing.apply(raw, Recipe.USUAL.with(Preparation.NONE.withRepairs(Quality.repairs())));
        Map<String, Long> left = Quality.of(repaired.dataset()).stream()
                .filter(f -> Quality.repairs().contains(f.id()))
                .collect(Collectors.toMap(Finding::id, Finding::count));
        assertEquals(Map.of(), left);
        assertEquals(
                truth.rows().history() - truth.inLogs().repeatedRows() - sparseAfterDeduplication(),
                repaired.dataset().interactions().size());
        assertEquals(
                repaired.dataset().items().size(),
                Preparing.counts(repaired.dataset()).items());
    }

    private static long sparseAfterDeduplication() throws DataException {
        Dataset once = Preparing.apply(raw, Recipe.USUAL).dataset();
        long count = 0;
        long first = LogTime.of(LocalDate.of(2022, 4, 28));
        for (int r = 0; r < once.interactions().size(); r++) {
            count += once.interactions().time(r) >= first ? 1 : 0;
        }
        return count;
    }

    @Test
    void noRepairChangesACleanDataset() throws DataException {
        Dataset clean = clean();
        assertEquals(
                List.of("users-with-all-items", "few-items"),
                Quality.of(clean).stream().map(Finding::id).toList(),
                "nothing that can be mended");
        Prepared same = Preparing.apply(clean, Recipe.USUAL.with(Preparation.NONE.withRepairs(Quality.repairs())));
        assertEquals(clean.fingerprint(), same.dataset().fingerprint());
        assertEquals(clean.items().size(), same.dataset().items().size());
        assertEquals(
                clean.userAttributes().names(), same.dataset().userAttributes().names());
        for (int u = 0; u < clean.users().size(); u++) {
            for (String column : clean.userAttributes().names()) {
                assertEquals(
                        clean.userAttributes().text(column, u),
                        same.dataset().userAttributes().text(column, u));
            }
        }
    }

    @Test
    void whatIsOnOneSideOnlyOrContradictsIsFound(@TempDir Path other) throws IOException, DataException {
        SampleService.write(other, new SampleOptions(60, 3, false), done -> {});
        Path profiles = other.resolve("profile_data.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(profiles));
        String first = lines.get(1);
        lines.add(first.replaceFirst(",[FM],", ",X,"));
        lines.add("999999" + first.substring(first.indexOf(',')));
        Files.write(profiles, lines);
        Path meta = other.resolve("meta_data.csv");
        List<String> albums = new ArrayList<>(Files.readAllLines(meta));
        String album = albums.stream()
                .skip(1)
                .filter(line -> line.indexOf('"') < 0)
                .findFirst()
                .orElseThrow();
        String[] cells = album.split(",", -1);
        cells[4] = "another";
        albums.add(String.join(",", cells));
        Files.write(meta, albums);
        Dataset read = new ServiceReader().read(DataFiles.at(other), Recipe.USUAL, Progress.NONE);
        Map<String, Finding> findings = Quality.of(read).stream().collect(Collectors.toMap(Finding::id, f -> f));
        assertEquals(
                1,
                Objects.requireNonNull(findings.get("attributes-repeat-users")).count());
        assertEquals(
                List.of("999999"),
                Objects.requireNonNull(findings.get("users-without-rows")).examples());
        assertEquals(1, Objects.requireNonNull(findings.get("meta-conflict")).count());
        int repeated = read.users().indexOf(first.substring(0, first.indexOf(',')));
        assertTrue(!read.userAttributes().text("sex", repeated).equals("X"), "the first row counts");
    }

    @Test
    void whatIsHeldOutIsNobodysFlaw() {
        Dataset toy = Toy.of(
                2, 3, new long[][] {{0, 0, 1}, {1, 1, 1}}, false, Toy.given(3, new int[][] {{2}, {2}}, new int[2][0]));
        assertTrue(Quality.of(toy).stream().noneMatch(f -> f.id().equals("unwatched-items")));
    }

    /** Ten users of ages 1 to 10 who each have every one of eight items, one a day. */
    private static Dataset clean() {
        long[][] rows = new long[80][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[] {r / 8, r % 8, LogTime.of(LocalDate.of(2022, 3, 1 + r % 8)) + r};
        }
        Dataset toy = Toy.of(10, 8, rows);
        double[] ages = new double[10];
        Arrays.setAll(ages, u -> u + 1);
        return toy.with(toy.userAttributes().plus("age", ages), toy.itemAttributes());
    }

    @Test
    void daysFarFromAllOthersAreFound() throws DataException {
        long[][] rows = new long[3002][];
        for (int r = 0; r < 3000; r++) {
            rows[r] = new long[] {r % 30, r % 7, LogTime.of(LocalDate.of(2024, 2, 1 + r % 28)) + r};
        }
        rows[3000] = new long[] {0, 0, LogTime.of(LocalDate.of(1970, 1, 1))};
        rows[3001] = new long[] {0, 0, LogTime.of(LocalDate.of(2090, 1, 1))};
        Dataset stray = Toy.of(30, 7, rows);
        Finding finding = Quality.of(stray).stream()
                .filter(f -> f.id().equals("stray-days"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("1970-01-01: 1", "2090-01-01: 1"), finding.examples());
        Dataset repaired = Preparing.apply(
                        stray, Recipe.USUAL.with(Preparation.NONE.withRepairs(List.of("stray-days"))))
                .dataset();
        assertEquals(3000, repaired.interactions().size());
        assertEquals(
                LocalDate.of(2024, 2, 28),
                LogTime.toDate(repaired.interactions().lastTime()));
    }

    @Test
    void impossibleAgesBecomeMissing(@TempDir Path other) throws IOException, DataException {
        ServiceFolder.write(other).edit("profile_data.csv", "5,M,3,", "5,M,44,");
        Dataset dataset = new ServiceReader().read(DataFiles.at(other), Recipe.USUAL, Progress.NONE);
        Finding finding = Quality.of(dataset).stream()
                .filter(f -> f.id().equals("impossible-ages"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("5: 44"), finding.examples());
        Dataset repaired = Preparing.apply(dataset, Recipe.USUAL).dataset();
        assertEquals("", repaired.userAttributes().text("age", repaired.users().indexOf("5")));
        assertEquals("8", repaired.userAttributes().text("age", repaired.users().indexOf("9")));
    }
}
