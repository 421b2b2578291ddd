package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The test itself does the work that waits, so the order of everything is known. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class LatestTest {
    private static final long PATIENCE_MILLIS = 120_000;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Latest latest;

    @Start
    void toolkit(Stage stage) {
        stage.hide();
    }

    @BeforeEach
    void begin() {
        latest = new Latest(new Jobs(waiting::add, error -> log("unexpected " + error)));
    }

    private void log(String what) {
        assertTrue(Platform.isFxApplicationThread());
        log.add(what);
    }

    private void request(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS, () -> latest.run(() -> name, this::log, error -> log("error of " + name)));
    }

    private void requestFailing(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS,
                () -> latest.run(
                        () -> {
                            throw new IOException(name);
                        },
                        result -> log("result of " + name),
                        error -> log("error " + error.getMessage())));
    }

    private void doWork(int place) {
        waiting.get(place).run();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everyResultArrivesThatNothingSupersedes() {
        request("first");
        doWork(0);
        request("second");
        doWork(1);
        assertEquals(List.of("first", "second"), log);
    }

    @Test
    void anOlderResultThatComesLaterIsDropped() {
        request("first");
        request("second");
        doWork(1);
        doWork(0);
        assertEquals(List.of("second"), log);
    }

    @Test
    void anOlderRequestThatStillWaitsIsNotBegun() {
        List<String> begun = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            WaitForAsyncUtils.waitForAsyncFx(
                    PATIENCE_MILLIS,
                    () -> latest.run(
                            () -> {
                                begun.add(name);
                                return name;
                            },
                            this::log));
        }
        doWork(0);
        doWork(1);
        doWork(2);
        assertEquals(List.of("third"), begun);
        assertEquals(List.of("third"), log);
    }

    @Test
    void workUnderWayLearnsThatItWasSuperseded() {
        List<String> said = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS,
                () -> latest.run(
                        request -> {
                            said.add("superseded " + request.superseded());
                            request.check();
                            request("second");
                            said.add("superseded " + request.superseded());
                            try {
                                request.check();
                            } catch (CancellationException e) {
                                said.add("cancelled");
                                throw e;
                            }
                            return "first";
                        },
                        this::log,
                        error -> log("error of first")));
        doWork(0);
        doWork(1);
        assertEquals(List.of("superseded false", "superseded true", "cancelled"), said);
        assertEquals(List.of("second"), log);
    }

    @Test
    void onlyTheErrorOfTheNewestArrives() {
        requestFailing("first");
        requestFailing("second");
        doWork(0);
        doWork(1);
        request("third");
        doWork(2);
        assertEquals(List.of("error second", "third"), log);
    }

    @Test
    void nothingArrivesOfWhatWasCancelled() {
        request("first");
        assertTrue(latest.underWay());
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, latest::cancel);
        assertFalse(latest.underWay());
        doWork(0);
        request("second");
        assertTrue(latest.underWay());
        doWork(1);
        assertFalse(latest.underWay());
        assertEquals(List.of("second"), log);
    }
}
