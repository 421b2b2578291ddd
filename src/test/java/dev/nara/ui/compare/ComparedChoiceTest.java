package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedChoiceTest {
    @TempDir
    private Path folder;

    private final CompareModel model = new CompareModel();

    private List<Long> chosen() {
        return model.chosen().stream().map(StoredRun::id).toList();
    }

    @Test
    void aRunThatComesBackFromTheTrashIsNotChosenAgain() {
        ComparedChoice choice =
                new ComparedChoice(TestServices.on(folder).algorithms(), model, new Session().charted());
        StoredRun first = TestRuns.run(1, "gmf", Map.of(), 1, Map.of("HR@10", .5));
        StoredRun second = TestRuns.run(2, "ease", Map.of(), 1, Map.of("HR@10", .5));
        choice.choose(List.of(2L));
        choice.runs(List.of(first, second), true, model.runs()::setAll);
        assertEquals(List.of(2L), chosen(), "chosen before it was listed");
        choice.runs(List.of(first), true, model.runs()::setAll);
        assertEquals(List.of(), chosen());
        choice.runs(List.of(first, second), true, model.runs()::setAll);
        assertEquals(List.of(), chosen());
        assertEquals(List.of(), choice.wanted());
    }
}
