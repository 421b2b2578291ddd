package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.run.RunState;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose trials Spark trains finds what one of this computer does. */
class ProgramCommandTest {
    @TempDir
    private Path folder;

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

    @Test
    void trialsAreThoseOfThisComputerToTheLastBit() throws Exception {
        Services here = TestServices.on(folder);
        Services there = ProgramCommand.services(here, Sessions.context(LocalSpark.session()));
        Path workspace = folder.resolve("spark");
        assertEquals(
                0,
                ProgramCommand.run(
                        there, "tune", search("--race", "off", "--workspace", workspace.toString()), Locale.ENGLISH));
        Map<Map<String, String>, Outcomes.Outcome> found = Outcomes.of(workspace);
        assertTrue(found.size() >= 5, "trials and what confirms the best: " + found.size());
        assertTrue(found.values().stream().allMatch(outcome -> outcome.state() == RunState.FINISHED));

        Path own = folder.resolve("own");
        Services alone =
                new Services(here.datasets(), there.algorithms(), here.sample(), here.workspace(), here.artefacts());
        assertEquals(
                0,
                ProgramCommand.run(
                        alone, "tune", search("--race", "off", "--workspace", own.toString()), Locale.ENGLISH));
        Map<Map<String, String>, Outcomes.Outcome> expected = Outcomes.of(own);
        int same = 0;
        for (Map.Entry<Map<String, String>, Outcomes.Outcome> trial : expected.entrySet()) {
            Outcomes.Outcome other = found.get(trial.getKey());
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
        Map<Map<String, String>, Outcomes.Outcome> found = Outcomes.of(workspace);
        assertTrue(
                found.values().stream().anyMatch(outcome -> outcome.state() == RunState.PAUSED), "some were dropped");
        assertFalse(found.values().stream().anyMatch(outcome -> outcome.state() == RunState.RUNNING), "none goes on");
    }
}
