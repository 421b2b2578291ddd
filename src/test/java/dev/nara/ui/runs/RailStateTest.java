package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.analysis.RunNames;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
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

    private static StoredRun evaluated(long id, String validation, String candidates) {
        RunSpec spec = RunSpec.draft()
                .split("time:2022-04-15")
                .validation(validation)
                .candidates(candidates)
                .metrics("HR@10")
                .spec();
        return TestRuns.run(id, "", spec, Map.of("HR@10", .5));
    }

    /** The best epoch is chosen from 30 March on; the test part begins on 15 April. */
    @Test
    void theFootNamesThePartThatFiguresAreOfAndWhatMarksOthers() {
        StoredRun usual = evaluated(1, "time:2022-03-30", "all:kept");
        StoredRun again = evaluated(2, "time:2022-03-30", "all:kept");
        StoredRun sampled = evaluated(3, "time:2022-03-30", "sampled:99");
        RailState state =
                new RailState(new Texts(Locale.ENGLISH), new ChartedRuns(), new SimpleObjectProperty<>(Map.of()));
        state.usual(RailScore.Protocol.ofMost(List.of(usual, again, sampled)));
        RailWords words = new RailWords(state);
        assertEquals("HR@10, validation · by time on 30 March · full catalogue", words.foot(List.of(usual, again)));
        assertEquals("*.5000", words.score(sampled));
        assertEquals(
                "HR@10, validation · by time on 30 March · full catalogue · * evaluated otherwise",
                words.foot(List.of(usual, again, sampled)));
    }

    @Test
    void namesThatBeginAlikeAreDistinguishedByTheirEnds() {
        List<StoredRun> runs = List.of(
                run(1, Map.of("negatives", "2", "learning_rate", "0.0005")),
                run(2, Map.of("negatives", "2", "learning_rate", "0.0007")),
                run(3, Map.of("negatives", "3", "learning_rate", "0.0007")),
                run(4, Map.of("negatives", "2")));
        RailState state =
                new RailState(new Texts(Locale.ENGLISH), new ChartedRuns(), new SimpleObjectProperty<>(Map.of()));
        RunNames names = RunNames.of(TestServices.on(folder).algorithms(), runs);
        state.read(new RailState.Read(
                new Listing(runs, Map.of(), Set.of()), names, List.of(), List.of(), Map.of(), Set.of()));
        assertEquals(
                List.of("neg 2 · rate .0005", "neg 2 · rate .0007", "neg 3 · rate .0007", "neg 2"),
                runs.stream().map(state::name).toList());
        assertEquals(
                List.of(true, true, false, false),
                runs.stream().map(state::sharesFront).toList());
    }
}
