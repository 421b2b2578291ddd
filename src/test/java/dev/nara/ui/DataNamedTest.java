package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.StoredTraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Every run row, title, chart and export says which data it is of. */
@Tag("window")
class DataNamedTest extends WindowTest {
    private static final String DATA = "u.data";

    @BeforeAll
    static void train() throws Exception {
        Path data = GroupsOfTaste.write(folder.resolve("taste/" + DATA));
        try (StoredTraining runs = StoredTraining.on(folder, data)) {
            runs.train("mf", Map.of(), 2, 1);
            runs.train("popularity", Map.of(), 1, 1);
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private final RailUnderTest runs = new RailUnderTest();

    /** What stands above the curves. */
    private String caption() {
        return OnFx.get(() -> nara.find("#run-caption", Label.class).getText());
    }

    private Path exported(String name) {
        Path file = folder.resolve(name);
        nara.await(name + " is written", () -> Files.exists(file));
        return file;
    }

    /** Each row of a table names the data. */
    private static void assertNamed(Path csv) throws Exception {
        List<String> lines = Files.readAllLines(csv);
        assertTrue(List.of(lines.get(0).split(",")).contains("data"), lines.get(0));
        assertTrue(lines.size() > 1);
        lines.subList(1, lines.size()).forEach(line -> assertTrue(line.contains(DATA), line));
    }

    @Test
    void everyPlaceNamesTheData() throws Exception {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        OnFx.awaitEquals("sample-data – Nara Workbench", nara.stage()::getTitle);
        nara.await("both are listed", () -> runs.size() == 2);
        nara.await(
                "they stand below the name of their data",
                () -> OnFx.all(".list-cell .rail-title", Label.class).stream()
                        .anyMatch(head -> head.getText().equals(DATA)));
        oneRun();
        severalRuns();
    }

    private void oneRun() throws Exception {
        OnFx.run(() -> nara.window().workspace(1));
        runs.chooseAt(1);
        nara.awaitData("taste");
        OnFx.awaitEquals("taste – Nara Workbench", nara.stage()::getTitle);
        nara.await("its caption names them", () -> caption().startsWith(DATA + " · "));
        nara.menu("export.curves");
        assertNamed(exported("curves.csv"));
        nara.awaitMenu("export.recommendations");
        nara.menu("export.recommendations");
        List<String> lists = Files.readAllLines(exported("recommendations.csv"));
        assertTrue(lists.get(0).endsWith(",data") && lists.get(1).endsWith(",taste"), lists.get(1));
    }

    private void severalRuns() throws Exception {
        runs.chooseAll();
        nara.await(
                "their picture is drawn",
                () -> nara.titled("2 runs compared")
                        && caption().startsWith(DATA + " · ")
                        && caption().contains(" per epoch on the "));
        OnFx.run(() -> nara.window().workspace(3));
        ListView<?> forest = nara.find("#compare-forest", ListView.class);
        nara.await("they are compared", () -> forest.getItems().size() >= 2);
        OnFx.run(() -> nara.find("#compare-by-setting", Hyperlink.class).fire());
        OnFx.run(() -> nara.find("#compare-export", Button.class).fire());
        assertNamed(exported("runs.csv"));
        OnFx.run(() -> nara.find("#compare-back", Button.class).fire());
        OnFx.run(() -> nara.find("#compare-report", Button.class).fire());
        assertTrue(Files.readString(exported("comparison.html")).contains(DATA));
    }
}
