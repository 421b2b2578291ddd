package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.search.running.SimulatedTrials;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptunaJournalTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoNumberIsLeftOut() throws DataException, IOException {
        Space space = new Space(List.of(Dimension.Range.of("rate", 0.001, 1, false, true)));
        RunSpec base = RunSpec.draft()
                .algorithm("mf")
                .metrics("HR@10")
                .epochs(2)
                .seed(1)
                .spec();
        StudySpec spec = new StudySpec(
                "",
                base,
                "",
                List.of(new StudyPart("mf", Map.of("rate", "0.01"), space)),
                "HR@10",
                List.of(),
                Budget.ofTrials(1),
                "random",
                StudySpec.NO_RACE,
                1,
                1);
        StudySnapshot study = SimulatedTrials.run(spec, (settings, seed, epoch) -> new double[] {Double.NaN});
        Path file = folder.resolve("study.log");
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            StudySource source = new StudySource(study, store, "", Locale.ENGLISH);
            OptunaJournal.write(source, file);
            StudyFormat.JSON.write(source, folder.resolve("study.json"));
        }
        String json = Files.readString(folder.resolve("study.json"));
        assertFalse(json.contains("NaN") || json.contains("Infinity"), json);

        List<String> lines = Files.readAllLines(file);
        assertTrue(
                lines.stream().noneMatch(line -> line.contains("NaN") || line.contains("HR@10\":")), lines.toString());
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains("\"op_code\":6") && line.contains("\"state\":3"))
                        .count());
    }
}
