package dev.nara.ui;

import dev.nara.GroupsOfTaste;
import dev.nara.StoredTraining;
import dev.nara.analysis.ComparedRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A run that was left gets its verdict when it is resumed and has ended, without being chosen again. */
@Tag("window")
class ResumedVerdictTest extends WindowTest {
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

    /** The runs and what is thought of them. */
    @SuppressWarnings("unchecked")
    private List<String> verdicts() {
        ListView<ComparedRow> forest = nara.find("#compare-forest", ListView.class);
        return OnFx.get(() -> forest.getItems().stream()
                .filter(row -> row.number() > 0)
                .map(row -> row.number() + " " + row.kind())
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
        OnFx.awaitEquals(List.of("1 REFERENCE", "2 TRAINING"), this::verdicts);
        Label sentence = nara.find("#compare-verdict", Label.class);
        OnFx.awaitEquals("Run 2 is paused, epoch 1 of 20: no verdict before its end", sentence::getText);
        nara.menu("run.resume");
        nara.await("there is a verdict", () -> sentence.getText().contains("are tied"));
        OnFx.awaitEquals(List.of("2 REFERENCE", "1 NOISE"), this::verdicts);
        OnFx.awaitEquals(List.of(20L, 1L), () -> runs.runs().stream()
                .map(run -> (long) run.last().orElseThrow().epoch())
                .toList());
    }
}
