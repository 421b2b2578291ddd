package dev.nara.cli.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.cli.terminal.Output;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLinesTest {
    @TempDir
    Path folder;

    private static StudyChoice choice(int trial, Verdict verdict) {
        return new StudyChoice(trial, trial, 1, List.of(), .3, .2, .4, verdict, List.of(), 3, 0);
    }

    @Test
    void whatIsRefusedIsSaidWithItsReasonAndTheEndAsItIs() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path file = folder.resolve("alerts.txt");
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        StudyLines lines = new StudyLines(
                new Output(err, err, Locale.ENGLISH, false), false, 7, new StudyAlerts(file, 7, Locale.ENGLISH));

        lines.event(new Recorded(1, 0, "", new StudyEvent.CarriedOut(4, Text.of("study.not.dropped", 9))));
        lines.event(new Recorded(2, 0, "", new StudyEvent.CarriedOut(5, null)));
        lines.event(new Recorded(3, 0, "", new StudyEvent.Chosen(choice(6, Verdict.NOISE))));
        lines.event(new Recorded(4, 0, "", new StudyEvent.Chosen(choice(6, Verdict.REAL))));
        lines.event(new Recorded(5, 0, "", new StudyEvent.Chosen(choice(0, Verdict.NONE))));

        assertEquals("Trial 9 is not dropped." + System.lineSeparator(), said.toString(StandardCharsets.UTF_8));
        List<String> alerts = Files.readAllLines(file);
        assertTrue(alerts.get(0).endsWith("Search 7: finished: Within noise: keep the preset"), alerts.get(0));
        assertTrue(alerts.get(1).endsWith("Search 7: finished, #6 is chosen"), alerts.get(1));
        assertTrue(alerts.get(2).endsWith("Search 7: finished: No setting could be chosen"), alerts.get(2));
    }
}
