package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.SteppedTraining;
import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.settings.LeftAt;
import dev.nara.settings.SettingsFile;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Closing the window while runs train asks what becomes of them; in the background all of them train to their end. */
@Tag("window")
class CloseWindowTest extends WindowTest {
    private static final int EPOCHS = 5;

    /** Without it the first run does not end, however fast the machine is. */
    private final Semaphore mayEnd = new Semaphore(0);

    @Start
    void open(Stage stage) throws Exception {
        Services services = SteppedTraining.in(TestServices.on(folder), "neumf", (seed, epoch, loss) -> {
            if (seed == 1 && epoch == EPOCHS) {
                mayEnd.acquireUninterruptibly();
            }
            return loss;
        });
        nara = WindowUnderTest.open(stage, services, folder, folder, Executors.newCachedThreadPool());
    }

    private void set(String field, String value) {
        TextField text = nara.find("#train-workspace #parameter-" + field, TextField.class);
        nara.robot().interact(() -> text.setText(value));
    }

    private static void await(RunStore store, int finished) throws Exception {
        WaitForAsyncUtils.waitFor(
                300,
                TimeUnit.SECONDS,
                () -> store.list().stream()
                                .filter(run -> run.state() == RunState.FINISHED)
                                .count()
                        == finished);
    }

    @Test
    void whatTrainsAndWhatWaitsTrainsOnWithoutTheWindow() throws Exception {
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        RailUnderTest runs = new RailUnderTest();
        Button start = nara.find("#start", Button.class);
        nara.smallModel();
        set("epochs", Integer.toString(EPOCHS));
        nara.robot().interact(start::fire);
        Button pause = OnFx.button("#pause");
        nara.await("it trains", () -> !pause.isDisabled());
        // However slow the machine is, it has not ended when the window asks.
        OnFx.run(pause::fire);
        nara.await("it pauses", () -> pause.getText().equals("Resume"));
        set("seed", "2");
        set("epochs", "1");
        nara.robot().interact(start::fire);
        nara.await("another waits", () -> runs.size() == 2);
        isKeptBeforeItIsClosed();
        // The dialog holds up who asks for it.
        OnFx.begin(this::requestClose);
        nara.await("the window asks", () -> OnFx.present("Quit, train in the background"));
        OnFx.run(this::requestClose);
        assertTrue(nara.stage().isShowing());
        assertEquals(
                1,
                OnFx.get(() ->
                        OnFx.all("Quit, train in the background", Button.class).size()),
                "it asks once");
        Pictures.keep(
                "close-question", OnFx.button("Quit, train in the background").getScene());
        nara.robot().interact(OnFx.button("Quit, train in the background")::fire);
        nara.await("the window is gone", () -> !nara.stage().isShowing());
        try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
            assertTrue(store.list().stream().noneMatch(run -> run.state().ended()), "they still train");
            mayEnd.release();
            await(store, 2);
        }
        goesOnWhereItWasLeft();
    }

    /** A window that is killed is as it was, too. */
    private void isKeptBeforeItIsClosed() {
        nara.robot().interact(() -> {
            nara.find("#vary-learning_rate", ToggleButton.class).fire();
        });
        nara.menu("present");
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        nara.await(
                "it is kept",
                () -> file.read().preferences().presenting()
                        && !file.read().left().varied().isEmpty());
        LeftAt left = file.read().left();
        assertEquals("train", left.workspace());
        assertEquals(1, left.run());
        assertEquals(Map.of("learning_rate", "0.001|0.003|0.009"), left.varied());
    }

    /** A second window begins with the start screen; Enter brings back data, workspace, run and the form's draft. */
    private void goesOnWhereItWasLeft() {
        OnFx.run(() -> {
            try {
                nara = WindowUnderTest.start(
                        new Stage(), TestServices.on(folder), folder, folder, Executors.newCachedThreadPool());
            } catch (DataException e) {
                throw new IllegalStateException(e);
            }
        });
        nara.await("it can be gone on with", () -> OnFx.present("#start-go-on"));
        assertEquals("en", OnFx.get(() -> nara.window().localeProperty().get().getLanguage()));
        Button goOn = OnFx.button("#start-go-on");
        assertTrue(OnFx.get(goOn::isDefaultButton));
        OnFx.run(goOn::fire);
        nara.awaitData("sample-data");
        nara.await("its run is on screen", () -> nara.titled("Run 1"));
        ToggleButton train = nara.find("#workspace-train", ToggleButton.class);
        assertTrue(OnFx.get(train::isSelected));
        TextField seed = nara.find("#train-workspace #parameter-seed", TextField.class);
        assertEquals("2", OnFx.get(seed::getText), "what was typed last");
        ToggleButton varied = nara.find("#vary-learning_rate", ToggleButton.class);
        assertTrue(OnFx.get(varied::isSelected));
        Button start = nara.find("#start", Button.class);
        nara.await("one of three was trained", () -> start.getText().equals("Start 2 runs"));
        closesAsRunsAreStarted(start);
    }

    /** Before any of them is stored the window asks, and it closes when they are. */
    private void closesAsRunsAreStarted(Button start) {
        OnFx.begin(() -> {
            start.fire();
            requestClose();
        });
        nara.await("the window asks", () -> OnFx.present("Pause the runs and quit"));
        OnFx.run(OnFx.button("Pause the runs and quit")::fire);
        nara.await("the window is gone", () -> !nara.stage().isShowing());
        OnFx.run(() -> {
            try (RunStore store = RunStore.open(folder.resolve("workspace"))) {
                assertEquals(
                        List.of("0.009 false", "0.001 false", "0.003 true", "0.003 true"),
                        store.list().stream()
                                .map(run -> run.spec().values().get("learning_rate") + " "
                                        + run.state().ended())
                                .toList());
            } catch (DataException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void requestClose() {
        nara.stage().fireEvent(new WindowEvent(nara.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
