package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.ui.train.chart.CurvesView;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/**
 * Hundreds of runs, the last with very many losses: the list scrolls, twenty are compared, the crosshair moves, the long run
 * is shown; says how long the window took to answer, and what memory is used at the end.
 */
@Tag("window")
@Tag("battery")
class ManyRunsTest extends WindowTest {
    private static final int RUNS = Integer.getInteger("nara.runs", 100);
    private static final int EPOCHS = Integer.getInteger("nara.epochs", 20);
    private static final int LOSSES = Integer.getInteger("nara.losses", 20_000);
    private static final int COMPARED = 20;
    /** Only in full size is measured how smooth they are; each takes a twentieth of a second at least. */
    private static final int MOVES = RUNS < 500 ? 20 : 100;

    private static final int SCROLLED = RUNS < 500 ? 10 : 3;
    private static final double SMOOTH = 50;
    private static final long MEMORY = 700L << 20;

    @BeforeAll
    static void store() throws DataException {
        SplittableRandom random = new SplittableRandom(1);
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            for (int run = 0; run < RUNS; run++) {
                long id = store.create(RunSpec.draft()
                        .data("/data")
                        .format("toy")
                        .fingerprint("f")
                        .split("time")
                        .candidates("all")
                        .epochs(EPOCHS)
                        .seed(1)
                        .patience(1000 + run)
                        .engine("vector")
                        .device("cpu")
                        .metrics("HR@10")
                        .spec());
                RunListener recorder = store.recorder(id);
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    for (int batch = 1; run == RUNS - 1 && batch <= LOSSES / EPOCHS; batch++) {
                        recorder.event(new RunEvent.Batch(
                                "train",
                                epoch,
                                batch,
                                LOSSES / EPOCHS,
                                1.0 / epoch + random.nextDouble(),
                                epoch,
                                Double.NaN));
                    }
                    double figure = 0.7 - 0.5 / epoch + random.nextDouble(0.02);
                    recorder.event(new RunEvent.EpochDone(
                            "train",
                            epoch,
                            1.0 / epoch,
                            1,
                            1000,
                            0.5,
                            Map.of("HR@10", figure),
                            epoch % 7 == 1,
                            Map.of()));
                }
                recorder.event(new RunEvent.Finished(EPOCHS, Map.of("HR@10", 0.7), 5, false));
            }
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    @Test
    void theWindowAnswers() throws Exception {
        RailUnderTest runs = new RailUnderTest();
        ListView<?> list = nara.find("#runs", ListView.class);
        // Heads of the open data and of that of the runs, and that nothing was trained on the open.
        nara.await("the runs are listed", () -> list.getItems().size() == RUNS + 3);
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        nara.picture("runs-before");
        PulseWatch scrolling = new PulseWatch();
        for (int place = 0; place < RUNS; place += SCROLLED) {
            int to = place;
            nara.robot().interact(() -> list.scrollTo(to));
        }
        nara.robot().interact(() -> list.scrollTo(0));
        said("scrolling the list", scrolling);
        runs.choose(runs.ids().stream().limit(COMPARED).toArray(Long[]::new));
        nara.await("they are compared", () -> nara.titled(Integer.toString(COMPARED)));
        CurvesView chart = nara.find("#train-chart", CurvesView.class);
        PulseWatch pointing = new PulseWatch();
        for (int move = 0; move < MOVES; move++) {
            double at = 1 + move % EPOCHS;
            nara.robot().interact(() -> chart.read(at));
        }
        said("moving the crosshair over " + COMPARED + " runs", pointing);
        assertEquals(RUNS, runs.size());
        Node shown = nara.find("#train-chart", Node.class);
        assertEquals(chart, shown);
        nara.picture("runs-many");

        PulseWatch replaying = new PulseWatch();
        runs.chooseAt(0);
        TableView<?> epochs = nara.find("#epochs", TableView.class);
        nara.await("the long run is shown", () -> epochs.getItems().size() == EPOCHS && nara.titled("Run " + RUNS));
        CurvesView curves = nara.find("#train-chart", CurvesView.class);
        for (int move = 0; move < MOVES; move++) {
            double at = 1 + move % EPOCHS;
            nara.robot().interact(() -> curves.read(at));
        }
        said("showing a run of " + LOSSES + " losses and pointing at it", replaying);
        nara.picture("runs-long");
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.println((used >> 20) + " MB are used");
        // Other tests leave theirs in this process.
        assertTrue(RUNS < 500 || used < MEMORY, used + " bytes");
    }

    private static void said(String what, PulseWatch watch) throws InterruptedException {
        watch.stop();
        watch.say(what);
        // A measurement, not a test, where other work may slow the machine; the full size is run by hand.
        assertTrue(RUNS < 500 || watch.percentile(0.95) < SMOOTH, what + " is not smooth");
    }
}
