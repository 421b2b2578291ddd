package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.GroupsOfTaste;
import dev.nara.TestServices;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** While other data is read nothing is begun with what is open; a run trains on the data that is on screen. */
@Tag("window")
class OtherDataTest extends WindowTest {
    private final HeldUp loading = new HeldUp();

    /** Begins nothing while it is held. */
    private static final class HeldUp extends ThreadPoolExecutor {
        private volatile CountDownLatch held = new CountDownLatch(0);

        HeldUp() {
            super(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        void hold() {
            held = new CountDownLatch(1);
        }

        void goOn() {
            held.countDown();
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable work) {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(
                stage, TestServices.on(folder), folder, GroupsOfTaste.write(folder.resolve("taste/u.data")), loading);
    }

    private static List<StoredRun> runs() {
        return new RailUnderTest().runs();
    }

    private static String dataComing() {
        return OnFx.get(() -> OnFx.find("#data-coming", Label.class).getText());
    }

    @Test
    void theStartGivesWayToWhereItIsSaidHowFarItIs() {
        nara.awaitData("sample-data");
        nara.menu("start.screen");
        nara.await("the start is there", () -> OnFx.find("#start-screen", Region.class)
                .isVisible());
        loading.hold();
        nara.menu("open.file");
        nara.await("Data says what is read", () -> OnFx.find("#data-workspace", Region.class)
                .isVisible());
        loading.goOn();
        nara.awaitData("taste");
    }

    @Test
    void aRunWaitsForTheDataThatIsRead() {
        OnFx.run(() -> nara.window().localeProperty().set(Locale.ENGLISH));
        nara.awaitData("sample-data");
        nara.paste("nara train --data x --algorithm mf --epochs 1");
        Button start = nara.find("#start", Button.class);
        nara.await("a run could start", () -> !start.isDisabled());
        loading.hold();
        nara.menu("open.file");
        nara.robot().push(KeyCode.F5);
        nara.menu("repeat");
        assertEquals("u.data is being read; a run can start once it is open.", dataComing());
        assertTrue(OnFx.get(start::isDisabled));
        loading.goOn();
        nara.awaitData("taste");
        assertEquals("", dataComing());
        assertFalse(OnFx.get(start::isDisabled));
        nara.robot().push(KeyCode.F5);
        nara.await("a run has ended", () -> runs().stream().anyMatch(run -> run.state() == RunState.FINISHED));
        assertEquals(
                List.of("u.data"),
                runs().stream().map(run -> run.spec().dataName()).toList());
    }
}
