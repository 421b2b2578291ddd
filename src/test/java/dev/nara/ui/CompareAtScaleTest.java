package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.StoredTraining;
import dev.nara.analysis.ComparedRow;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
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

    private ListView<?> forest() {
        return nara.find("#compare-forest", ListView.class);
    }

    @Test
    void nothingWaits() throws Exception {
        nara.awaitData("sample-data");
        nara.picture("compare-before");
        nara.robot().interact(() -> nara.window().workspace(3));
        RailUnderTest runs = new RailUnderTest();
        nara.await("all runs are listed", () -> runs.size() == RUNS);
        PulseWatch two = new PulseWatch();
        runs.choose(1L, 2L);
        nara.await("two are compared", () -> forest().getItems().size() >= 2);
        nara.await(
                "it is known who gains",
                () -> OnFx.all(".gain-bar", Button.class).size() > 2);
        nara.picture("compare-full-two");
        two.stop();
        two.say("two runs");
        two.held().forEach(System.out::println);
        PulseWatch all = new PulseWatch();
        runs.chooseAll();
        nara.await("all are compared", () -> forest().getItems().size() >= RUNS);
        all.stop();
        all.say("all " + RUNS + " runs");
        all.held().forEach(System.out::println);
        nara.picture("compare-full-all");
        assertEquals(RUNS, OnFx.get(() -> forest().getItems().stream()
                .filter(row -> !((ComparedRow) row).baseline())
                .count()));
    }
}
