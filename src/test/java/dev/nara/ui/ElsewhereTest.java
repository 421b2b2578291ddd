package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.run.RunState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The buttons are about the run on screen when another program trains it, too. */
@Tag("window")
class ElsewhereTest extends WindowTest {
    private Process trains;

    @Start
    void open(Stage stage) throws Exception {
        trains = NaraProcess.start(folder, "train", "--algorithm", "mf", "--epochs", "100000", "--json");
        // Else its full pipe would hold it up.
        Thread reader = new Thread(() -> {
            try {
                trains.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        trains.destroyForcibly().waitFor();
    }

    @Test
    void aRunThatAnotherProgramTrainsIsPausedGoesOnAndIsStopped() throws Exception {
        nara.robot().interact(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        RailUnderTest runs = new RailUnderTest();
        Button pause = nara.find("#pause", Button.class);
        Button stop = nara.find("#stop", Button.class);
        nara.await("the run is listed", () -> runs.size() > 0);
        assertTrue(OnFx.get(() -> pause.isDisabled() && stop.isDisabled()), "nothing is on screen yet");
        runs.chooseAt(0);
        nara.await("it can be paused", () -> !pause.isDisabled() && !stop.isDisabled());
        nara.robot().interact(pause::fire);
        nara.await("it stands still", () -> state(runs) == RunState.PAUSED);
        nara.await("the button lets it go on", () -> pause.getText().equals("Resume"));
        nara.picture("runs-elsewhere");
        nara.robot().interact(pause::fire);
        nara.await("it goes on", () -> state(runs) == RunState.RUNNING);
        nara.robot().interact(stop::fire);
        nara.await("it has ended", () -> state(runs) == RunState.CANCELLED);
        nara.await("nothing is to be stopped", () -> pause.isDisabled() && stop.isDisabled());
        assertEquals(1, runs.size());
    }

    private static RunState state(RailUnderTest runs) {
        return runs.runs().get(0).state();
    }
}
