package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.GroupsOfTaste;
import dev.nara.SteppedTraining;
import dev.nara.StoredTraining;
import dev.nara.TestServices;
import dev.nara.chart.DrawnRun;
import dev.nara.run.RunState;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.train.chart.CurvesView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** One of five seeds diverges: the series goes on, and the means on screen say so. */
@Tag("window")
class FailingSeedWindowTest extends WindowTest {
    private static final String SAYS = "mean of 4 of 5, seed 4 diverged";

    private static Path data;

    @BeforeAll
    static void train() throws Exception {
        data = GroupsOfTaste.write(folder.resolve("taste/u.data"));
        try (StoredTraining runs = StoredTraining.on(folder, data)) {
            runs.train("popularity", Map.of(), 1, 1);
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        Services services = SteppedTraining.in(
                TestServices.on(folder), "mf", (seed, epoch, loss) -> seed == 4 && epoch == 2 ? Double.NaN : loss);
        nara = WindowUnderTest.open(stage, services, folder, data, Executors.newCachedThreadPool());
    }

    private static List<StoredRun> runs() {
        return new RailUnderTest().runs();
    }

    private boolean seen(Predicate<String> words) {
        return SeenText.now(nara.stage()).stream().anyMatch(words);
    }

    @Test
    void theSeriesGoesOnAndItsMeanSaysSo() {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        nara.menu("open.file");
        nara.awaitData("taste");
        nara.paste("nara train --data x --algorithm mf --epochs 3 --seed 1");
        nara.menu("repeat");
        nara.await(
                "all have ended",
                () -> runs().size() == 6
                        && runs().stream().allMatch(r -> r.state().ended()));
        assertEquals(
                List.of(5L),
                runs().stream()
                        .filter(r -> r.state() == RunState.FAILED)
                        .map(StoredRun::id)
                        .toList());
        OnFx.run(() -> nara.window().workspace(3));
        new RailUnderTest().chooseAll();
        ListView<?> forest = nara.find("#compare-forest", ListView.class);
        nara.await("both settings are compared", () -> forest.getItems().size() >= 2);
        nara.await("Compare says it", () -> seen(words -> words.contains(SAYS)));
        OnFx.run(() -> nara.window().workspace(1));
        nara.await("Train says it, too", () -> OnFx.present("1 against 6,4,3,2: within noise  ·  6,4,3,2: " + SAYS));
        nara.await(
                "it says of which run the epochs are",
                () -> seen(words -> words.startsWith("6 · ") && words.endsWith(" · Latest 3 of 3")));
        OnFx.awaitEquals(List.of(SAYS), () -> nara.find("#train-chart", CurvesView.class).picture().runs().stream()
                .filter(run -> run.name().startsWith("6"))
                .map(DrawnRun::detail)
                .toList());
    }
}
