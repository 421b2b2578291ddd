package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.StoredTraining;
import dev.nara.store.StoredRun;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.framework.junit5.Start;

/** Fifty runs on the data that {@code -Dnara.full} names, compared in the window; says how long the window took to answer. */
@EnabledIfSystemProperty(named = "nara.full", matches = ".+")
@Tag("scale")
class CompareAtScaleTest extends WindowTest {
    private static final int RUNS = 50;

    @BeforeAll
    static void train() throws Exception {
        try (StoredTraining runs = StoredTraining.on(folder, Path.of(System.getProperty("nara.full")))) {
            for (int run = 1; run <= RUNS; run++) {
                boolean rule = run % 10 == 0;
                runs.train(
                        rule ? "own-watched" : "item-knn",
                        rule
                                ? Map.of("view_half_life", Integer.toString(run))
                                : Map.of("neighbours", Integer.toString(5 * run)),
                        1,
                        1);
            }
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    private TableView<?> table(String id) {
        return nara.find("#" + id, TableView.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void nothingWaits() throws Exception {
        nara.awaitData("sample-data");
        nara.picture("compare-before");
        nara.robot().interact(() -> nara.window().workspace(3));
        nara.await("all runs are listed", () -> table("compare-runs").getItems().size() == RUNS);
        TableView<StoredRun> runs = (TableView<StoredRun>) table("compare-runs");
        PulseWatch two = new PulseWatch();
        nara.robot().interact(() -> runs.getSelectionModel().selectIndices(0, 1));
        nara.await("two are compared", () -> table("standings").getItems().size() == 2);
        TabPane pages = nara.find("#compare-pages", TabPane.class);
        for (int page = 0; page < pages.getTabs().size(); page++) {
            int shown = page;
            nara.robot().interact(() -> pages.getSelectionModel().select(shown));
            nara.picture("compare-full-" + page);
        }
        two.stop();
        two.say("two runs, all pages");
        two.held().forEach(System.out::println);
        PulseWatch all = new PulseWatch();
        nara.robot().interact(() -> runs.getSelectionModel().selectAll());
        nara.await("all are compared", () -> table("standings").getItems().size() == RUNS);
        all.stop();
        all.say("all " + RUNS + " runs");
        all.held().forEach(System.out::println);
        nara.robot().interact(() -> pages.getSelectionModel().select(0));
        nara.picture("compare-full-all");
        assertEquals(RUNS, table("standings").getItems().size());
    }
}
