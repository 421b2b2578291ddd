package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.OnFx;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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
        OnFx.await("all are received", () -> received.size() == count);
        for (int i = 0; i < count; i++) {
            assertEquals(i, received.get(i));
        }
        assertTrue(threads.stream().allMatch(t -> t));
        assertTrue(threads.size() < 100, threads.size() + " deliveries");
    }
}
