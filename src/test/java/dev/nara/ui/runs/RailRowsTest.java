package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.analysis.RunNames;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import dev.nara.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RailRowsTest {
    private static final String FILMS = "0123456789abcdef";

    private final Set<String> toggled = new HashSet<>();

    private static StoredRun run(long id, String algorithm, String negatives, long seed, double figure) {
        RunSpec spec = RunSpec.draft()
                .data("/somewhere/films.csv")
                .fingerprint(FILMS)
                .split("time")
                .candidates("all")
                .run(Map.of("validation", "ratio:0.8"))
                .algorithm(algorithm)
                .values(negatives.isEmpty() ? Map.of() : Map.of("negatives", negatives))
                .seed(seed)
                .metrics("HR@10")
                .spec();
        return TestRuns.run(id, "", spec, Map.of("HR@10", figure));
    }

    private static StoredRun changed(StoredRun run, RunState state, Optional<StudyRun> study) {
        return new StoredRun(
                run.id(),
                run.created(),
                run.spec(),
                state,
                "",
                run.label(),
                "",
                run.place(),
                run.environment(),
                run.best(),
                run.last(),
                run.tested(),
                false,
                Optional.empty(),
                study);
    }

    private static StoredRun trial(long id, int trial, double figure) {
        return changed(
                run(id, "neumf", Integer.toString(trial), 1, figure),
                RunState.FINISHED,
                Optional.of(new StudyRun(3, trial, List.of(), false)));
    }

    private RailView view(RailView.Sort sort, String open, Predicate<StoredRun> found, boolean filters) {
        return new RailView(
                filters,
                found,
                sort,
                toggled,
                open,
                "open.csv",
                Set.of("ease", "popularity"),
                Set.of(3L),
                Set.of(),
                run -> Long.toString(run.id()));
    }

    private List<String> keys(RailView view, StoredRun... newestFirst) {
        return RailRows.of(List.of(newestFirst), view).rows().stream()
                .map(RailRow::key)
                .toList();
    }

    private RailView newest() {
        return view(RailView.Sort.NEWEST, "", run -> true, false);
    }

    @Test
    void baselinesStandBelowTheOthersTheBestFirst() {
        assertEquals(
                List.of("data:" + FILMS, "run:4", "run:1", "baselines:" + FILMS, "run:3", "run:2"),
                keys(
                        newest(),
                        run(4, "neumf", "8", 1, 0.5),
                        run(3, "ease", "", 1, 0.4),
                        run(2, "popularity", "", 1, 0.3),
                        run(1, "neumf", "4", 1, 0.2)));
    }

    @Test
    void seedsOfOneSettingThatHaveEndedAreOneRow() {
        StoredRun[] runs = {
            changed(run(5, "neumf", "8", 3, 0.3), RunState.RUNNING, Optional.empty()),
            run(4, "neumf", "8", 2, 0.3),
            run(3, "neumf", "8", 1, 0.5),
            run(2, "neumf", "4", 1, 0.2),
            run(1, "neumf", "4", 1, 0.2)
        };
        assertEquals(
                List.of("data:" + FILMS, "run:5", "series:3", "run:2", "run:1"),
                keys(newest(), runs),
                "one that trains stands for itself, and a second run of a seed is no series");
        toggled.add("series:3");
        assertEquals(
                List.of("data:" + FILMS, "run:5", "series:3", "run:4", "run:3", "run:2", "run:1"),
                keys(newest(), runs));
    }

    @Test
    void aStudyUnfoldsToItsBestFour() {
        StoredRun[] runs = {
            trial(6, 6, 0.1), trial(5, 5, 0.6), trial(4, 4, 0.2), trial(3, 3, 0.5), trial(2, 2, 0.4), trial(1, 1, 0.3)
        };
        RailRows folded = RailRows.of(List.of(runs), newest());
        assertEquals(
                List.of("data:" + FILMS, "study:3"),
                folded.rows().stream().map(RailRow::key).toList());
        RailRow.Study head = (RailRow.Study) folded.rows().get(1);
        assertEquals(5, head.best().id());
        assertEquals(6, head.trials());
        assertEquals(true, head.underWay());
        assertEquals(List.of("study:3"), folded.folded().get(5L));
        assertEquals(List.of("study:3", "more:study:3"), folded.folded().get(6L));
        toggled.add("study:3");
        assertEquals(
                List.of("data:" + FILMS, "study:3", "run:5", "run:3", "run:2", "run:1", "more:study:3"),
                keys(newest(), runs));
        toggled.add("more:study:3");
        assertEquals(
                List.of("data:" + FILMS, "study:3", "run:5", "run:3", "run:2", "run:1", "run:4", "run:6"),
                keys(newest(), runs));
    }

    @Test
    void whatIsChosenIsUnfolded() {
        RailFolds folds = new RailFolds();
        List<StoredRun> runs = List.of(run(2, "neumf", "8", 2, 0.3), run(1, "neumf", "8", 1, 0.5));
        RailView view = new RailView(
                false,
                run -> true,
                RailView.Sort.NEWEST,
                folds.toggled(),
                "",
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                run -> "");
        assertEquals(2, folds.rows(runs, view, Set.of()).size());
        assertEquals(4, folds.rows(runs, view, Set.of("run:1")).size());
        assertEquals(4, folds.rows(runs, view, Set.of()).size(), "and stays so");
    }

    @Test
    void theOpenDataStandsFirstAlsoWithoutRuns() {
        StoredRun other = run(1, "neumf", "8", 1, 0.5);
        assertEquals(
                List.of("data:fedcba9876543210", "untrained", "data:" + FILMS, "run:1"),
                keys(view(RailView.Sort.NEWEST, "fedcba9876543210", run -> true, false), other));
        assertEquals(
                List.of(),
                keys(view(RailView.Sort.NEWEST, "fedcba9876543210", run -> true, false)),
                "of no runs at all there is a sentence of its own");
        assertEquals(
                List.of("data:" + FILMS, "run:1"),
                keys(view(RailView.Sort.NEWEST, "fedcba9876543210", run -> true, true), other),
                "who looks for something is not told of other data");
    }

    @Test
    void theyAreSortedByScoreOrName() {
        StoredRun[] runs = {run(3, "neumf", "8", 1, 0.2), run(2, "neumf", "4", 1, 0.5), run(1, "neumf", "16", 1, 0.3)};
        assertEquals(
                List.of("data:" + FILMS, "run:2", "run:1", "run:3"),
                keys(view(RailView.Sort.SCORE, "", run -> true, false), runs));
        assertEquals(
                List.of("data:" + FILMS, "run:1", "run:2", "run:3"),
                keys(view(RailView.Sort.NAME, "", run -> true, false), runs));
    }

    @Test
    void aFailedRunHasNoScoreAndTheScoreIsOfValidation() {
        StoredRun run = run(1, "neumf", "8", 1, 0.25);
        StoredRun tested = TestRuns.tested(
                run, Optional.of(new RunEvent.Tested(1, Map.of("HR@10", 0.75), 4, Map.of(), 0, Map.of())));
        assertEquals(0.25, RailScore.of(tested).figure());
        assertEquals(
                new RailScore.Protocol("HR@10", Part.VALIDATION, "time", "ratio:0.8", "all"),
                RailScore.of(tested).protocol());
        assertEquals(
                Double.NaN,
                RailScore.of(changed(run, RunState.FAILED, Optional.empty())).figure());
    }

    @Test
    void theDeviationIsThatOfASample() {
        assertEquals(0.1, FoldRowBox.deviation(new double[] {0.1, 0.2, 0.3}, 0.2), 1e-12);
        assertEquals(Double.NaN, FoldRowBox.deviation(new double[] {0.1}, 0.1));
    }

    @Test
    void aSeedCountsOnceInTheMeanOfItsSeries() {
        assertArrayEquals(
                new double[] {.3, .1},
                FoldRowBox.figures(List.of(
                        run(9, "neumf", "4", 1, .3), run(5, "neumf", "4", 2, .1), run(3, "neumf", "4", 1, .3))));
    }

    @Test
    void aSearchInTheTrashIsOneRow() {
        StoredRun single = run(2, "neumf", "8", 1, .2);
        Trashed trashed =
                new Trashed(List.of(trial(9, 2, .3), trial(8, 1, .1), changed(trial(7, 1, .1), 4), single), Set.of(3L));
        RunNames names = RunNames.NONE;
        Map<String, List<StoredRun>> rows = trashed.rows(names, new Texts(Locale.ENGLISH));
        assertEquals(
                List.of(List.of(9L, 8L), List.of(7L), List.of(2L)),
                rows.values().stream()
                        .map(some -> some.stream().map(StoredRun::id).toList())
                        .toList());
        String first = rows.keySet().iterator().next();
        assertTrue(first.matches("Search 3, 2 runs · films\\.csv · \\d+ [A-Z][a-z]+"), first);
        assertEquals(0, trashed.study(single));
    }

    private static StoredRun changed(StoredRun run, long study) {
        return changed(run, run.state(), Optional.of(new StudyRun(study, 1, List.of(), false)));
    }

    @Test
    void aSearchThatHasEndedIsNotPausedByARunThatItDropped() {
        StoredRun dropped = changed(
                run(4, "neumf", "2", 1, .1), RunState.PAUSED, Optional.of(new StudyRun(3, 2, List.of(), false)));
        RailView view = newest();
        RailView ended = new RailView(
                false, run -> true, RailView.Sort.NEWEST, toggled, "", "", Set.of(), Set.of(), Set.of(3L), run -> "");
        assertEquals(List.of(false), studiesEnded(view, dropped));
        assertEquals(List.of(true), studiesEnded(ended, dropped));
    }

    private static List<Boolean> studiesEnded(RailView view, StoredRun run) {
        return RailRows.of(List.of(run), view).rows().stream()
                .filter(RailRow.Study.class::isInstance)
                .map(row -> ((RailRow.Study) row).ended())
                .toList();
    }
}
