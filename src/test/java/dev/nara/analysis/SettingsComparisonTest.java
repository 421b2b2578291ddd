package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunDraft;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.TestModels;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts of stored runs whose figures can be counted: a hundred users, of whom the first so many have a hit. */
class SettingsComparisonTest {
    private static final int USERS = 100;

    @TempDir
    private Path folder;

    private RunStore store;
    private Algorithms algorithms;

    @BeforeEach
    void open() throws DataException {
        store = RunStore.open(folder.resolve("runs"));
        algorithms = TestServices.on(folder).algorithms();
    }

    @AfterEach
    void close() throws DataException {
        store.close();
    }

    private static RunDraft draft(String algorithm, long seed) {
        return RunSpec.draft()
                .data("/somewhere/films.csv")
                .fingerprint("0123456789abcdef")
                .split("time")
                .candidates("all:kept")
                .run(Map.of("validation", "ratio:0.8"))
                .algorithm(algorithm)
                .seed(seed)
                .metrics("HR@10");
    }

    private long begun(RunSpec spec, String series, double... ofEpochs) throws DataException {
        long run = store.create(spec, RunState.RUNNING, series);
        for (int epoch = 1; epoch <= ofEpochs.length; epoch++) {
            store.recorder(run)
                    .event(new RunEvent.EpochDone(
                            "train", epoch, 1, 1, 1, 1, Map.of("HR@10", ofEpochs[epoch - 1]), true, Map.of()));
        }
        return run;
    }

    private void end(long run, int hits) throws DataException, IOException {
        end(run, "HR@10", hits);
    }

    private void end(long run, String metric, int hits) throws DataException, IOException {
        float[] figures = new float[USERS];
        Arrays.fill(figures, 0, hits, 1);
        TestModels.userFigures(store, run, new Weights().put(metric, figures, USERS));
        Map<String, Double> means = Map.of(metric, hits / (double) USERS);
        store.recorder(run).event(new RunEvent.Tested(1, means, USERS, Map.of(), 0, Map.of()));
        store.recorder(run).event(new RunEvent.Finished(1, means, 1, false));
    }

    private long ended(RunSpec spec, String series, int hits) throws DataException, IOException {
        return ended(spec, series, "HR@10", hits);
    }

    private long ended(RunSpec spec, String series, String metric, int hits) throws DataException, IOException {
        long run = begun(spec, series, 0.9);
        end(run, metric, hits);
        return run;
    }

    private SettingsComparison compare(long... ids) throws DataException {
        List<StoredRun> runs = new ArrayList<>();
        for (long id : ids) {
            runs.add(store.find(Long.toString(id)));
        }
        return ComparedSettings.of(store, algorithms, runs, "");
    }

    private static List<String> words(SettingsComparison comparison) {
        return comparison.standings().stream()
                .map(s -> s.title() + " " + s.sign() + " " + s.words().in(Locale.ENGLISH))
                .toList();
    }

    /** Run 1 has ended, run 2 trains: no star, no p, figures of the same epoch. Then run 2 ends, and is the better one. */
    @Test
    void aVerdictIsGivenWhenAllHaveEnded() throws Exception {
        long first = ended(draft("popularity", 1).spec(), "", 40);
        long second = begun(draft("ease", 1).spec(), "", 0.5);
        SettingsComparison trains = compare(second, first);
        assertEquals(FigureStage.VALIDATION, trains.stage());
        assertFalse(trains.judged());
        assertEquals(List.of("1  epoch 1", "2  same epoch, 1: -0.4000"), words(trains));
        assertTrue(trains.standings().stream().allMatch(s -> s.gap() == null && Double.isNaN(s.p())));
        assertEquals(
                "HR@10 on films.csv · time, all:kept · validation",
                trains.heading().in(Locale.ENGLISH));
        end(second, 60);
        SettingsComparison ended = compare(second, first);
        assertEquals(
                List.of("1 ★ best on validation", "2 ✓ really higher"),
                words(ended),
                "the best on validation is the reference, not the best on the test part");
        assertEquals(
                "HR@10 on films.csv · time, all:kept · test", ended.heading().in(Locale.ENGLISH));
        assertEquals(
                List.of("The test part of this data and split was looked at 2 times in this workspace."),
                ended.notes().stream().map(note -> note.in(Locale.ENGLISH)).toList());
    }

    /** Two train, one an epoch ahead: all figures of a row are of the epoch that both have reached, and no best epoch is told. */
    @Test
    void figuresOfARowAreOfOneEpochWhileARunTrains() throws Exception {
        long ahead = store.create(draft("gmf", 1).metrics("HR@10,MRR@10").spec(), RunState.RUNNING, "");
        epoch(ahead, 1, Map.of("HR@10", 0.25, "MRR@10", 0.125));
        epoch(ahead, 2, Map.of("HR@10", 0.75, "MRR@10", 0.5));
        long behind = store.create(draft("neumf", 1).metrics("HR@10,MRR@10").spec(), RunState.RUNNING, "");
        epoch(behind, 1, Map.of("HR@10", 0.375, "MRR@10", 0.0625));
        SettingsComparison both = compare(ahead, behind);
        assertEquals(1, both.epoch());
        assertEquals(
                List.of("1 0.25 {HR@10=0.25, MRR@10=0.125} NaN", "2 0.375 {HR@10=0.375, MRR@10=0.0625} NaN"),
                ComparedRows.of(store, algorithms, both).stream()
                        .map(row -> row.number() + " " + row.mean() + " "
                                + new TreeMap<>(row.facts().figures()) + " "
                                + row.facts().bestEpoch())
                        .toList());
    }

    private void epoch(long run, int epoch, Map<String, Double> metrics) {
        store.recorder(run).event(new RunEvent.EpochDone("train", epoch, 1, 1, 1, 1, metrics, true, Map.of()));
    }

    /** A rule that no seed changes needs none: those of the other are asked for, and the interval is over users. */
    @Test
    void seedsAreAskedOfWhatHasThem() throws Exception {
        long rule = ended(draft("popularity", 1).spec(), "", 20);
        long model = ended(draft("neumf", 1).spec(), "", 60);
        SettingsComparison both = compare(rule, model);
        PairVerdict verdict =
                PairVerdict.of(both, both.of(rule).orElseThrow(), both.of(model).orElseThrow());
        assertEquals(
                "Too early to say that run 2 is better than run 1: +.400 [+.300, +.490] HR@10; 2 more seeds of run 2",
                verdict.sentence().in(Locale.ENGLISH));
        assertEquals(
                "실행 2가 실행 1보다 낫다고 하기에는 이릅니다: HR@10 +.400 [+.300, +.490], 실행 2의 시드 2개 더 필요",
                verdict.sentence().in(Locale.KOREAN));
    }

    /** Sixty of a hundred against forty, and forty against thirty-nine; the cheap baseline stands below, chosen or not. */
    @Test
    void aPairIsASentence() throws Exception {
        long first = ended(draft("ease", 1).spec(), "", 60);
        long second = begun(draft("popularity", 1).spec(), "", 0.7);
        end(second, 40);
        long third = begun(draft("neumf", 1).spec(), "", 0.8);
        end(third, 39);
        SettingsComparison all = compare(first, second, third);
        PairVerdict real =
                PairVerdict.of(all, all.of(second).orElseThrow(), all.of(first).orElseThrow());
        assertEquals(
                "Run 1 is really better than run 2: +.200 [+.130, +.280] HR@10",
                real.sentence().in(Locale.ENGLISH));
        assertEquals(
                "실행 1이 실행 2보다 확실히 낫습니다: HR@10 +.200 [+.130, +.280]",
                real.sentence().in(Locale.KOREAN));
        assertEquals(
                "on test, seeds change nothing, 100 children · split by time, full catalogue · 95% interval over"
                        + " children, paired · test looked at 3 times",
                real.detail(all.looks()).in(Locale.ENGLISH));
        assertEquals(
                "on test, 1 seed of run 3, none needed of run 2, 100 children · split by time, full catalogue · 95%"
                        + " interval over children, paired · test looked at 3 times",
                PairVerdict.of(all, all.of(third).orElseThrow(), all.of(second).orElseThrow())
                        .detail(all.looks())
                        .in(Locale.ENGLISH));
        assertEquals(
                "Run 2 and run 3 are tied: +.010 [.000, +.030] HR@10",
                PairVerdict.of(all, all.of(third).orElseThrow(), all.of(second).orElseThrow())
                        .sentence()
                        .in(Locale.ENGLISH));
        assertEquals(
                List.of("3 REFERENCE", "1 MORE_SEEDS", "2 NOISE"),
                ComparedRows.of(store, algorithms, compare(third), ShownBaselines.ALL).stream()
                        .map(row -> row.number() + " " + row.kind())
                        .toList(),
                "every baseline where all are wanted");
        List<ComparedRow> rows = ComparedRows.of(store, algorithms, compare(third));
        assertEquals(
                List.of("3 REFERENCE", "1 MORE_SEEDS"),
                rows.stream().map(row -> row.number() + " " + row.kind()).toList());
        assertEquals("+.210 [+.140, +.290]", rows.get(1).words());
        assertEquals("the one chosen", rows.get(0).verdict().in(Locale.ENGLISH), "it is not the only one");
    }

    /** One of six seeds diverges: the others count, and the mean says so. */
    @Test
    void aSeedThatDivergedIsNamedWhereTheMeanStands() throws Exception {
        List<Long> seeds = new ArrayList<>();
        for (int seed = 1; seed <= 6; seed++) {
            RunSpec spec = draft("gmf", seed).spec();
            if (seed == 4) {
                seeds.add(begun(spec, "series-1"));
                store.recorder(seeds.get(3)).event(new RunEvent.Failed("the loss is no number", 0, "", true));
            } else {
                seeds.add(ended(spec, "series-1", 60 + seed));
            }
        }
        long rule = ended(draft("popularity", 1).spec(), "", 40);
        SettingsComparison all = compare(1, 2, 3, 4, 5, 6, rule);
        assertEquals(List.of("1,2,3,5,6 ★ best on validation", "7 ✓ really lower"), words(all));
        Standing series = all.standings().get(0);
        assertEquals(0.634, series.mean(), 1e-9);
        assertEquals(5, series.seeds());
        Text share = series.contender().share().orElseThrow();
        assertEquals("mean of 5 of 6, seed 4 diverged", share.in(Locale.ENGLISH));
        assertEquals("6개 중 5개의 평균, 시드 4 발산", share.in(Locale.KOREAN));
        assertEquals("Run 4 is not counted: failed.", all.notes().get(0).in(Locale.ENGLISH));
        assertEquals(
                "mean of 5 of 6, seed 4 diverged",
                compare(1, 2, 3, 5, 6, rule)
                        .standings()
                        .get(0)
                        .contender()
                        .share()
                        .orElseThrow()
                        .in(Locale.ENGLISH),
                "also where only the others are chosen");
    }

    /** As in the literature: figures are stamped, and nothing is said of chance. */
    @Test
    void bestEpochsOfTheTestPartHaveNoVerdict() throws Exception {
        long first = unvalidated("popularity", 40, 0.4);
        long second = unvalidated("gmf", 60, 0.5, 0.6);
        SettingsComparison comparison = compare(first, second);
        assertEquals(
                List.of("These best epochs were chosen on the test part (--validation none), so the figures are too"
                        + " high and there is no verdict."),
                notes(comparison));
        assertEquals(FigureStage.CHOSEN_ON_TEST, comparison.stage());
        assertFalse(comparison.judged());
        assertEquals(
                "no verdict: best epoch chosen on test",
                comparison.standings().get(0).words().in(Locale.ENGLISH));
        assertEquals(0.6, comparison.standings().get(0).mean(), 1e-9);
        assertTrue(comparison.heading().in(Locale.ENGLISH).endsWith("best epoch on test"));
    }

    private long unvalidated(String algorithm, int hits, double... ofEpochs) throws DataException, IOException {
        long run = begun(draft(algorithm, 1).run(Map.of("validation", "none")).spec(), "", ofEpochs);
        end(run, hits);
        return run;
    }

    private static List<String> notes(SettingsComparison comparison) {
        return comparison.notes().stream().map(note -> note.in(Locale.ENGLISH)).toList();
    }

    /** A model that is computed at once has one epoch: nothing was chosen. */
    @Test
    void nothingIsChosenOnTheTestPartOfOneEpoch() throws Exception {
        SettingsComparison comparison = compare(unvalidated("popularity", 40, 0.4), unvalidated("ease", 60, 0.6));
        assertEquals(List.of("2 ★ highest, reference", "1 ✓ really lower"), words(comparison));
        assertEquals(
                "HR@10 on films.csv · time, all:kept · test",
                comparison.heading().in(Locale.ENGLISH));
        assertEquals(
                List.of("The test part of this data and split was looked at 2 times in this workspace."),
                notes(comparison));
    }

    /** A figure that was told once is not called chosen on the test part beside one that was. */
    @Test
    void aRunWithAValidationPartIsNotComparedWithOneWithout() throws Exception {
        long without = unvalidated("gmf", 60, 0.5, 0.6);
        long with = ended(draft("ease", 1).spec(), "", 40);
        DataException refused = assertThrows(DataException.class, () -> compare(without, with));
        assertEquals(
                "Run 2 has a validation part and run 1 has none (--validation none), so their figures are not"
                        + " comparable. Compare runs with a validation part, or runs without one.",
                refused.message(Locale.ENGLISH));
        assertThrows(DataException.class, () -> compare(with, without));
    }

    /** Of three settings p is corrected for three pairs, the interval for none. */
    @Test
    void itIsSaidThatTheIntervalIsNotCorrected() throws Exception {
        long best = ended(draft("ease", 1).spec(), "", 46);
        long second = ended(draft("popularity", 1).spec(), "", 41);
        long third = ended(draft("own-watched", 1).spec(), "", 40);
        SettingsComparison comparison = compare(best, second, third);
        assertEquals(
                List.of(
                        "The test part of this data and split was looked at 3 times in this workspace.",
                        "p is corrected for the 3 pairs of settings, the interval is not."),
                notes(comparison));
    }

    /** Seeds that ended well and were not chosen are not spoken of; one that diverged is. */
    @Test
    void seedsThatWereNotChosenAreNotCalledLost() throws Exception {
        long first = ended(draft("gmf", 1).spec(), "series-1", 60);
        ended(draft("gmf", 2).spec(), "series-1", 61);
        begun(draft("gmf", 3).spec(), "series-1", 0.5);
        assertTrue(compare(first).standings().get(0).contender().share().isEmpty());
        long failed = begun(draft("gmf", 4).spec(), "series-1");
        store.recorder(failed).event(new RunEvent.Failed("the loss is no number", 0, "", true));
        assertEquals(
                "mean of 1 of 2, seed 4 diverged",
                compare(first)
                        .standings()
                        .get(0)
                        .contender()
                        .share()
                        .orElseThrow()
                        .in(Locale.ENGLISH));
    }

    /** Of an inequality the lower figure is the better one. */
    @Test
    void theBestStandsFirstByTheDirectionOfTheMetric() throws Exception {
        long unequal = ended(draft("popularity", 1).metrics("Gini").spec(), "", "Gini", 60);
        long equal = ended(draft("ease", 1).metrics("Gini").spec(), "", "Gini", 40);
        assertEquals(
                List.of("2", "1"),
                compare(unequal, equal).standings().stream()
                        .map(Standing::title)
                        .toList());
    }

    /** While one trains, figures are not called those of a validation part that nobody has. */
    @Test
    void whatTrainsOnTheTestPartIsStampedToo() throws Exception {
        RunDraft first = draft("popularity", 1).run(Map.of("validation", "none"));
        RunDraft second = draft("ease", 1).run(Map.of("validation", "none"));
        long ended = ended(first.spec(), "", 40);
        long training = begun(second.spec(), "", 0.5);
        SettingsComparison comparison = compare(ended, training);
        assertEquals(FigureStage.TEST_SO_FAR, comparison.stage());
        assertTrue(comparison.heading().in(Locale.ENGLISH).endsWith("test so far"));
        assertEquals(
                List.of("Run 2 is running. The verdict follows when all selected runs have ended."), notes(comparison));
        assertEquals(
                Optional.of(FigureStage.TEST_SO_FAR),
                RunFigures.stage(store.find(Long.toString(training))),
                "nothing is chosen yet");
        assertEquals(Optional.of(FigureStage.CHOSEN_ON_TEST), RunFigures.stage(store.find(Long.toString(ended))));
        assertEquals(List.of("1  epoch 1", "2  same epoch, 1: -0.4000"), words(comparison));
    }

    /** A seed that failed has a best epoch where the test part decides, and is counted no more than elsewhere. */
    @Test
    void aSeedThatFailedIsNotCountedWhereTheTestPartDecides() throws Exception {
        RunDraft first = draft("gmf", 1).run(Map.of("validation", "none"));
        RunDraft second = draft("gmf", 2).run(Map.of("validation", "none"));
        long ended = ended(first.spec(), "series-1", 40);
        long failed = begun(second.spec(), "series-1", 0.9);
        store.recorder(failed).event(new RunEvent.Failed("the loss is no number", 1, "", true));
        Standing series = compare(ended, failed).standings().get(0);
        assertEquals(0.4, series.mean(), 1e-9);
        assertEquals(
                "mean of 1 of 2, seed 2 diverged",
                series.contender().share().orElseThrow().in(Locale.ENGLISH));
    }

    /** Of two popularities neither is the better one. */
    @Test
    void nothingIsBestByAMetricThatOnlyDescribes() throws Exception {
        long first = ended(draft("gmf", 1).metrics("Popularity@25").spec(), "", 40);
        assertThrows(DataException.class, () -> compare(first));
    }

    /** Another data, another split: refused, whatever their state. */
    @Test
    void whatWasNotEvaluatedAlikeIsNotCompared() throws Exception {
        long first = ended(draft("popularity", 1).spec(), "", 40);
        long other = ended(draft("ease", 1).split("leave-one-out").spec(), "", 60);
        assertThrows(DataException.class, () -> compare(first, other));
        long elsewhere = begun(draft("ease", 1).fingerprint("fedcba9876543210").spec(), "", 0.5);
        assertThrows(DataException.class, () -> compare(first, elsewhere));
    }

    /** What a verdict stands on is another thing when a run ends, and when another seed of its series does. */
    @Test
    void whatAVerdictStandsOnChangesWithItsRunsAndTheirSeries() throws Exception {
        long first = ended(draft("gmf", 1).spec(), "series-1", 40);
        long second = begun(draft("gmf", 2).spec(), "series-1", 0.5);
        List<StoredRun> chosen = List.of(store.find(Long.toString(first)));
        List<List<Object>> before = Seeds.basis(chosen, store.list());
        assertEquals(before, Seeds.basis(chosen, store.list()));
        store.recorder(second).event(new RunEvent.Failed("no", 1, ""));
        List<List<Object>> after = Seeds.basis(chosen, store.list());
        assertFalse(before.equals(after));
        store.trash().put(second);
        assertFalse(after.equals(Seeds.basis(chosen, store.list())));
    }

    /** As many users, but not the same ones: they cannot be paired. */
    @Test
    void figuresOfOtherUsersAreNotPaired() throws DataException, IOException {
        long first = ended(draft("ease", 1).spec(), "", 30);
        long second = ended(draft("popularity", 1).spec(), "", 20);
        for (long run : new long[] {first, second}) {
            Path file = TestModels.userFiguresFile(store, run);
            Safetensors.write(file, Safetensors.read(file).note(RunFiles.USERS, "100-" + (run == first ? "a" : "b")));
        }
        List<StoredRun> runs = List.of(store.find(Long.toString(first)), store.find(Long.toString(second)));
        assertThrows(DataException.class, () -> ComparedSettings.of(store, algorithms, runs, "HR@10"));
    }
}
