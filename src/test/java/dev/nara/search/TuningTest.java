package dev.nara.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
    private static final LocalDate CUT = LocalDate.of(2022, 4, 15);

    @TempDir
    private Path folder;

    private Services services;
    private Dataset data;

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        data = services.open(services.sample(), Recipe.USUAL, Progress.NONE).dataset();
    }

    private static RunSpec spec(String algorithm, Map<String, String> values, int epochs) {
        String split = "time:" + CUT;
        return RunSpec.draft()
                .split(split)
                .algorithm(algorithm)
                .values(values)
                .epochs(epochs)
                .spec();
    }

    private Tuning.Choice tuned(RunSpec spec, Dataset dataset, List<Tuning.Trial> trials) throws DataException {
        return Tuning.of(services, spec, dataset, new RunControl(), trials::add);
    }

    @Test
    void theBestOfAllTrialsIsChosenAndCanBeTrainedAgain() throws DataException {
        List<Tuning.Trial> trials = new ArrayList<>();
        Tuning.Choice choice = tuned(spec("item-knn", Map.of("neighbours", "50"), 20), data, trials);
        assertEquals(choice.trials(), trials.size());
        assertTrue(trials.size() > 3, trials::toString);
        trials.forEach(trial -> assertEquals("50", trial.settings().get("neighbours"), "it was set"));
        double best = trials.stream().mapToDouble(Tuning.Trial::figure).max().orElseThrow();
        assertEquals(best, choice.best().figure());
        assertTrue(best > trials.get(0).figure(), "the defaults are not the best here");
        assertEquals("Score", choice.best().metric());
        assertEquals("time:" + CUT, choice.spec().split());

        RunSpec again = choice.spec();
        assertEquals(choice.split(), again.validation());
        PreparedRun preparedRun = services.prepare(again, data).onValidation();
        RunEvent end = new Runner(preparedRun, event -> {}, new RunControl()).run();
        assertEquals(best, ((RunEvent.Finished) end).metrics().get("Score"));
    }

    @Test
    void whatIsToBeFoundInTheEndIsNotLookedAt() throws DataException {
        long cut = LogTime.of(CUT);
        int last = data.interactions().size() - 1;
        Dataset other = data.with(data.interactions()
                .filter((user, row) -> data.interactions().time(row) < cut
                        || data.interactions().item(row) % 3 == 0
                        || data.interactions().time(row) == data.interactions().lastTime()));
        assertTrue(other.interactions().size() < last, "rows to be found are gone");
        List<Tuning.Trial> trials = new ArrayList<>();
        List<Tuning.Trial> ofOther = new ArrayList<>();
        RunSpec spec = spec("bpr", Map.of("learning_rate", "0.05"), 3);
        assertEquals(
                tuned(spec, data, trials).best(), tuned(spec, other, ofOther).best());
        assertEquals(trials, ofOther);
    }

    @Test
    void epochsAreChosenTooAndTheModelIsEvaluatedOnce() throws DataException {
        List<Tuning.Trial> trials = new ArrayList<>();
        Tuning.Choice choice = tuned(spec("popularity", Map.of(), 4), data, trials);
        assertEquals(1, trials.size(), "nothing else to choose");
        assertEquals(choice.best().epochs(), choice.spec().epochs());
        assertEquals(choice.spec().epochs(), choice.spec().metricsEvery());
    }

    @Test
    void whatCannotBeTrainedIsRefusedWithTheReason() {
        Map<String, String> wild = Map.of(
                "learning_rate",
                "10",
                "initial_deviation",
                "10",
                "negatives",
                "4",
                "factors",
                "64",
                "weight_decay",
                "0");
        DataException refused =
                assertThrows(DataException.class, () -> tuned(spec("mf", wild, 2), data, new ArrayList<>()));
        assertTrue(refused.getMessage().contains("mf"), refused::getMessage);
    }

    @Test
    void itEndsWhenToldTo() {
        RunControl control = new RunControl();
        List<Tuning.Trial> trials = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> Tuning.of(services, spec("bpr", Map.of(), 3), data, control, trial -> {
                    trials.add(trial);
                    control.leave();
                }));
        assertEquals(1, trials.size());
    }
}
