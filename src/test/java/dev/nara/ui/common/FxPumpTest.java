package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class FxPumpTest {
    @Start
    void toolkit(Stage stage) {
        stage.hide();
    }

    @Test
    void everythingArrivesInOrderInFewDeliveries() throws Exception {
        int count = 20_000;
        List<Integer> received = new ArrayList<>();
        List<Boolean> threads = new ArrayList<>();
        FxPump<Integer> pump = new FxPump<>(some -> {
            received.addAll(some);
            threads.add(Platform.isFxApplicationThread());
        });
        for (int i = 0; i < count; i++) {
            pump.offer(i);
        }
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> received.size() == count)
                .get());
        for (int i = 0; i < count; i++) {
            assertEquals(i, received.get(i));
        }
        assertTrue(threads.stream().allMatch(t -> t));
        assertTrue(threads.size() < 100, threads.size() + " deliveries");
    }
}
