package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose trials Spark trains finds what one of this computer does. */
class ProgramCommandTest {
    @TempDir
    private Path folder;

    /** What a trial's settings came to. */
    private record Outcome(List<Map<String, Double>> epochs, RunState state) {}

    private static List<String> search(String... more) {
        List<String> line = new ArrayList<>(List.of(
                "--algorithm",
                "bpr",
                "--epochs",
                "6",
                "--trials",
                "5",
                "--sampler",
                "random",
                "--seed",
                "3",
                "--json"));
        line.addAll(List.of(more));
        return line;
    }

    private static Map<Map<String, String>, Outcome> outcomes(Path workspace) throws DataException {
        Map<Map<String, String>, Outcome> outcomes = new HashMap<>();
        try (RunStore store = RunStore.open(workspace)) {
            for (StoredRun run : store.list()) {
                RunSpec spec = run.spec();
                Map<String, String> settings = new HashMap<>(spec.values());
                settings.put("seed", Long.toString(spec.seed()));
                outcomes.put(
                        settings,
                        new Outcome(
                                RunEvent.epochs(store.events(run.id())).stream()
                                        .map(RunEvent.EpochDone::metrics)
                                        .toList(),
                                run.state()));
            }
        }
        return outcomes;
    }

    @Test
    void trialsAreThoseOfThisComputerToTheLastBit() throws Exception {
        Services here = TestServices.on(folder);
        Services there = ProgramCommand.services(here, Sessions.context(LocalSpark.session()));
        Path workspace = folder.resolve("spark");
        assertEquals(
                0,
                ProgramCommand.run(
                        there, "tune", search("--race", "off", "--workspace", workspace.toString()), Locale.ENGLISH));
        Map<Map<String, String>, Outcome> found = outcomes(workspace);
        assertTrue(found.size() >= 5, "trials and what confirms the best: " + found.size());
        assertTrue(found.values().stream().allMatch(outcome -> outcome.state() == RunState.FINISHED));

        Path own = folder.resolve("own");
        Services alone =
                new Services(here.datasets(), there.algorithms(), here.sample(), here.workspace(), here.artefacts());
        assertEquals(
                0,
                ProgramCommand.run(
                        alone, "tune", search("--race", "off", "--workspace", own.toString()), Locale.ENGLISH));
        Map<Map<String, String>, Outcome> expected = outcomes(own);
        int same = 0;
        for (Map.Entry<Map<String, String>, Outcome> trial : expected.entrySet()) {
            Outcome other = found.get(trial.getKey());
            if (other != null) {
                assertEquals(trial.getValue(), other);
                same++;
            }
        }
        assertTrue(same >= 5, "trials of the same settings and seed: " + same);
    }

    @Test
    void trialsThatFallBehindAreLeftThereToo() throws Exception {
        Services there = ProgramCommand.services(TestServices.on(folder), Sessions.context(LocalSpark.session()));
        Path workspace = folder.resolve("race");
        List<String> line = search("--race", "halving", "--workspace", workspace.toString());
        line.set(line.indexOf("5"), "9");
        assertEquals(0, ProgramCommand.run(there, "tune", line, Locale.ENGLISH));
        Map<Map<String, String>, Outcome> found = outcomes(workspace);
        assertTrue(
                found.values().stream().anyMatch(outcome -> outcome.state() == RunState.PAUSED), "some were dropped");
        assertFalse(found.values().stream().anyMatch(outcome -> outcome.state() == RunState.RUNNING), "none goes on");
    }
}
