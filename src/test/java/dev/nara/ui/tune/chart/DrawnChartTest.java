package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DrawnChartTest {
    private final Queue<Runnable> held = new ArrayDeque<>();

    @Start
    void open(Stage stage) {
        Jobs jobs = new Jobs(held::add, error -> {
            throw new IllegalStateException(error);
        });
        stage.setScene(new Scene(
                new DrawnChart(
                        () -> () -> BestSoFar.none(Theme.LIGHT.palette()),
                        new Texts(Locale.ENGLISH),
                        new SimpleBooleanProperty(true),
                        jobs),
                400,
                300));
        stage.show();
    }

    private static boolean says() {
        return OnFx.get(() -> OnFx.all(".drawn-chart .label", Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().equals("Drawing…")));
    }

    @Test
    void aChartThatIsStillDrawnSaysSo() {
        OnFx.await("it says so", DrawnChartTest::says);
        // The stage may still become smaller after another test, and then the chart is drawn again.
        OnFx.await("the picture is there", () -> {
            while (!held.isEmpty()) {
                held.remove().run();
            }
            return !says();
        });
    }
}
