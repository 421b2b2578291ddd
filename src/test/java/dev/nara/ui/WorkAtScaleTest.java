package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.SealedJson;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.search.Forecast;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.framework.junit5.Start;

/**
 * The service's data at full scale, which {@code -Dnara.full} names, loaded, scrolled through, trained on, evaluated and
 * exported in the window; says for each how long the window took to answer meanwhile.
 */
@EnabledIfSystemProperty(named = "nara.full", matches = ".+")
@Tag("scale")
class WorkAtScaleTest extends WindowTest {
    private static final int EPOCHS = 6;
    private static final int SCROLLS = 400;
    private static final int CHILDREN = 15;
    /** Milliseconds within which the window answers nearly always. */
    private static final double SMOOTH = 50;
    /** Milliseconds within which it answers always while it works. */
    private static final double NEVER_LONGER = 100;

    /** Seconds that a run like the first was told to take. */
    private static double forecastSeconds;

    @Start
    void open(Stage stage) throws Exception {
        // As many threads as the program has for loading: more would take the cores from what is measured.
        nara = WindowUnderTest.open(
                stage,
                TestServices.on(folder),
                folder,
                Path.of(System.getProperty("nara.full")),
                Executors.newFixedThreadPool(2));
    }

    private TableView<?> table(String id) {
        return nara.find("#" + id, TableView.class);
    }

    @Test
    void theWindowNeverWaits() throws Exception {
        awaitPlots("sample-data");
        PulseWatch loading = new PulseWatch();
        nara.menu("open");
        awaitPlots(Path.of(System.getProperty("nara.full")).getFileName().toString());
        sayNeverHeld("loading and the first picture", loading);
        nara.picture("data-full");

        PulseWatch scrolling = new PulseWatch();
        nara.menu("data.rows");
        TableView<?> rows = table("log-rows");
        Button after = nara.find("#rows-after", Button.class);
        for (int n = 0; n < SCROLLS; n++) {
            int to = (int) ((long) n * 7919 * 127 % rows.getItems().size());
            boolean turn = n % 10 == 9;
            nara.robot().interact(() -> {
                if (turn) {
                    after.fire();
                }
                rows.scrollTo(to);
            });
        }
        say(SCROLLS + " jumps through the log, 40 of them to another page", scrolling);

        PulseWatch pages = new PulseWatch();
        for (String sheet : List.of("attributes", "prepare", "split")) {
            nara.menu("data." + sheet);
            nara.picture("data-full-" + sheet);
        }
        say("all sheets of the data, with a picture of each", pages);

        nara.robot().interact(() -> nara.window().workspace(1));
        TextField epochs = nara.find("#train-workspace #parameter-epochs", TextField.class);
        nara.robot().interact(() -> epochs.setText(Integer.toString(EPOCHS)));
        PulseWatch training = new PulseWatch();
        trainWatched("1");
        sayNeverHeld("training and evaluating", training);
        // The first run has warmed the machine's code up; now one beside the other.
        TrainingThread unwatched = new TrainingThread();
        double alone = medianSpeed(trainUnwatched());
        unwatched.say("unwatched");
        TrainingThread inWindow = new TrainingThread();
        List<RunEvent.EpochDone> watched = trainWatched("2");
        assertTrue(inWindow.say("in the window") < 0.02, "what the window asks of the thread that trains");
        double shown = medianSpeed(watched);
        double took = watched.stream()
                .mapToDouble(e -> e.seconds() + e.evaluationSeconds())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "the second run in the window was told to take %.1f s and took %.1f s%n",
                forecastSeconds,
                took);
        assertEquals(1, forecastSeconds / took, 0.25, "what the next run was told to take");
        System.out.printf(
                Locale.ROOT, "%.0f examples/s in the window, %.0f unwatched: %.3f%n", shown, alone, shown / alone);

        nara.robot().interact(() -> nara.window().workspace(4));
        PulseWatch child = new PulseWatch();
        ListView<?> children = nara.find("#children", ListView.class);
        nara.await("the children are listed", () -> listedChildren(children).size() > CHILDREN);
        nara.await("the first one's list is there", () -> recommended().size() == 25);
        List<Long> opened = new ArrayList<>();
        for (int n = CHILDREN; n > 0; n--) {
            int chosen = OnFx.get(() -> listedChildren(children)).get(n);
            List<?> before = OnFx.get(() -> List.copyOf(recommended()));
            nara.robot().interact(() -> children.getSelectionModel().select(chosen));
            long start = System.nanoTime();
            nara.await(
                    "a list is there",
                    () -> recommended().size() == 25 && !recommended().equals(before));
            opened.add((System.nanoTime() - start) / 1_000_000);
        }
        Collections.sort(opened);
        System.out.println("a child's list was there within " + opened.get(CHILDREN / 2) + " ms (median), "
                + opened.get(CHILDREN - 1) + " ms (always)");
        say(CHILDREN + " children", child);
        scrub(children);

        PulseWatch exporting = new PulseWatch();
        Path file = Path.of(System.getProperty("nara.full")).resolve("submission.csv");
        Files.deleteIfExists(file);
        nara.submitWithoutFit();
        nara.await("the submission is written", () -> Files.exists(file));
        Files.delete(file);
        sayNeverHeld("exporting", exporting);
    }

    /** Where the children themselves stand in their list, which has headings and links, too. */
    private static List<Integer> listedChildren(ListView<?> list) {
        return IntStream.range(0, list.getItems().size())
                .filter(row ->
                        list.getItems().get(row).getClass().getSimpleName().equals("One"))
                .boxed()
                .toList();
    }

    private List<?> recommended() {
        return table("recommendations").getItems();
    }

    private void awaitPlots(String data) {
        nara.awaitData(data);
        GridPane steps = nara.find("#data-steps", GridPane.class);
        // A line of heads, then four cells a step: read, repaired, trained on, pairs.
        nara.await("its split is counted", () -> steps.getChildren().size() >= 3 + 4 * 3);
    }

    /** Fifty watched children through fifty epochs each: those that were trained, written down again and again. */
    private void scrub(ListView<?> children) throws Exception {
        Path file = folder.resolve("workspace/runs/2/canaries.jsonl");
        List<String> lines = Files.readAllLines(file);
        List<String> fifty = new ArrayList<>();
        for (int epoch = 1; epoch <= 50; epoch++) {
            String line = SealedJson.open(lines.get(epoch % lines.size()));
            fifty.add(SealedJson.seal(line.replaceFirst("\"epoch\":\\d+", "\"epoch\":" + epoch)));
        }
        Files.write(file, fifty);
        nara.runBesideChildren("1");
        nara.runBesideChildren("2");
        Region epochs = nara.find("#child-epochs", Region.class);
        nara.await("fifty epochs of the first watched child are there", () -> {
            children.getSelectionModel().select(1);
            return epochs.getAccessibleText().endsWith("50");
        });
        nara.robot().interact(() -> nara.find("#children .hyperlink", Hyperlink.class)
                .fire());
        // They stand together below the first heading.
        List<Integer> rows = OnFx.get(() -> listedChildren(children));
        int watched = 0;
        while (rows.get(watched) == watched + 1) {
            watched++;
        }
        PulseWatch scrubbing = new PulseWatch();
        for (int n = 1; n <= watched; n++) {
            int chosen = n;
            nara.robot().interact(() -> children.getSelectionModel().select(chosen));
            nara.press(epochs, KeyCode.HOME);
            for (int epoch = 1; epoch < 50; epoch++) {
                nara.press(epochs, KeyCode.RIGHT);
            }
        }
        say(watched + " children through 50 epochs", scrubbing);
    }

    private List<RunEvent.EpochDone> trainWatched(String seed) throws DataException {
        TextField field = nara.find("#train-workspace #parameter-seed", TextField.class);
        nara.robot().interact(() -> field.setText(seed));
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            long before = store.list().size();
            nara.robot().interact(nara.find("#start", Button.class)::fire);
            nara.await("the run is there", () -> listed(store).size() > before);
            StoredRun run = Collections.max(listed(store), Comparator.comparingLong(StoredRun::id));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                int trained = epoch;
                nara.await(
                        "epoch " + epoch + " is trained",
                        () -> epochs(store, run).size() >= trained);
            }
            Label status = nara.find("#run-status", Label.class);
            nara.await("the run has ended", () -> status.getText().contains("finished"));
            return epochs(store, run);
        }
    }

    private static List<StoredRun> listed(RunStore store) {
        try {
            return store.list();
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    private static List<RunEvent.EpochDone> epochs(RunStore store, StoredRun run) {
        try {
            return store.replay(run.id()).stream()
                    .filter(RunEvent.EpochDone.class::isInstance)
                    .map(RunEvent.EpochDone.class::cast)
                    .toList();
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    /** The last run's settings once more in this very program, stored but not shown. */
    private static List<RunEvent.EpochDone> trainUnwatched() throws Exception {
        Services services = TestServices.on(folder);
        List<RunEvent.EpochDone> epochs = new ArrayList<>();
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            StoredRun run = store.find("latest");
            PreparedRun preparedRun = services.preparedRun(run, Progress.NONE);
            Forecast forecast = Forecast.of(preparedRun, store);
            long again = store.create(run.spec(), RunState.QUEUED, "");
            store.runner(
                            again,
                            preparedRun,
                            event -> {
                                if (event instanceof RunEvent.EpochDone epoch) {
                                    epochs.add(epoch);
                                }
                            },
                            new RunControl())
                    .run();
            forecastSeconds = forecast.seconds().orElse(0);
        }
        return epochs;
    }

    private static double medianSpeed(List<RunEvent.EpochDone> epochs) {
        double[] speeds = epochs.stream()
                .mapToDouble(RunEvent.EpochDone::examplesPerSecond)
                .sorted()
                .toArray();
        return speeds[speeds.length / 2];
    }

    private static void say(String what, PulseWatch watch) throws InterruptedException {
        watch.stop();
        watch.say(what);
        watch.held().forEach(System.out::println);
        assertTrue(watch.percentile(0.95) < SMOOTH, what + " is not smooth");
    }

    private static void sayNeverHeld(String what, PulseWatch watch) throws InterruptedException {
        say(what, watch);
        assertTrue(watch.percentile(1) < NEVER_LONGER, what + " held the window");
    }
}
