package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.analysis.RunNames;
import dev.nara.spec.RunSpec;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RailStateTest {
    @TempDir
    private Path folder;

    private static StoredRun run(long id, Map<String, String> values) {
        RunSpec spec = RunSpec.draft()
                .data("/somewhere/films.csv")
                .fingerprint("0123456789abcdef")
                .algorithm("neumf")
                .values(values)
                .metrics("HR@10")
                .spec();
        return TestRuns.run(id, "", spec, Map.of("HR@10", .5));
    }

    @Test
    void namesThatBeginAlikeAreToldByTheirEnds() {
        List<StoredRun> runs = List.of(
                run(1, Map.of("negatives", "2", "learning_rate", "0.0005")),
                run(2, Map.of("negatives", "2", "learning_rate", "0.0007")),
                run(3, Map.of("negatives", "3", "learning_rate", "0.0007")),
                run(4, Map.of("negatives", "2")));
        RailState state =
                new RailState(new Texts(Locale.ENGLISH), new ChartedRuns(), new SimpleObjectProperty<>(Map.of()));
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        state.read(new RailState.Read(new Listing(runs, Map.of(), Set.of()), names, List.of(), List.of(), Map.of()));
        assertEquals(
                List.of("neg 2 · rate .0005", "neg 2 · rate .0007", "neg 3 · rate .0007", "neg 2"),
                runs.stream().map(state::name).toList());
        assertEquals(
                List.of(true, true, false, false),
                runs.stream().map(state::sharesFront).toList());
    }
}
