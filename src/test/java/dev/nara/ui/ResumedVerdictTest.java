package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.StoredTraining;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A run that was left gets its verdict when it is resumed and has ended, without being chosen again. */
@Tag("window")
class ResumedVerdictTest extends WindowTest {
    private static final int VERDICT = 11;

    @BeforeAll
    static void train() throws Exception {
        Path data = GroupsOfTaste.write(folder.resolve("taste/u.data"));
        try (StoredTraining runs = StoredTraining.on(folder, data)) {
            runs.train("mf", Map.of(), 1, 1);
            runs.leave("mf", Map.of(), 20, 2, 1);
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    /** The runs and their verdicts, in the order of the table. */
    private List<String> verdicts() {
        TableView<?> table = nara.find("#standings", TableView.class);
        return OnFx.get(() -> IntStream.range(0, table.getItems().size())
                .mapToObj(row -> table.getColumns().get(0).getCellData(row) + " "
                        + table.getColumns().get(VERDICT).getCellData(row))
                .toList());
    }

    @Test
    void aVerdictFollowsTheResumedRun() {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        OnFx.run(() -> nara.window().workspace(3));
        RailUnderTest runs = new RailUnderTest();
        nara.await("both are listed", () -> runs.size() == 2);
        runs.chooseAll();
        nara.await("they are compared", () -> !verdicts().isEmpty());
        assertEquals(List.of("1 epoch 1", "2 same epoch, 1: 0.0000"), verdicts());
        assertTrue(SeenText.of(nara.stage())
                .contains("Run 2 is paused. The verdict follows when all selected runs have ended."));
        nara.menu("run.resume");
        Label heading = nara.find("#compare-heading", Label.class);
        nara.await("there is a verdict", () -> heading.getText().endsWith(" · test"));
        assertEquals(List.of("2 ★ highest", "1 ≈ within noise"), verdicts());
        assertEquals(
                List.of(20L, 1L),
                runs.runs().stream()
                        .map(run -> (long) run.last().orElseThrow().epoch())
                        .toList());
    }
}
