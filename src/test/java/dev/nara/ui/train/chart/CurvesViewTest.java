package dev.nara.ui.train.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.run.RunEvent;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The line over the curves goes where its keys say. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class CurvesViewTest {
    @Start
    void open(Stage stage) {
        CurvesView view = new CurvesView(new Texts(Locale.ENGLISH));
        stage.setScene(new Scene(view, 692, 428));
        stage.show();
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.add(IntStream.rangeClosed(1, 4)
                .<RunEvent>mapToObj(epoch -> new RunEvent.EpochDone(
                        "train", epoch, .5, 1, 10, 0, Map.of("Score", epoch == 3 ? .3 : .2), epoch == 3, Map.of()))
                .toList());
        view.show(curves.picture(), Palette.light());
    }

    private static double after(CurvesView view, KeyCode code) {
        return OnFx.get(() -> {
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return view.placeProperty().get();
        });
    }

    @Test
    void keysMoveTheLine() {
        CurvesView view = OnFx.find("#train-chart", CurvesView.class);
        assertEquals(1, after(view, KeyCode.RIGHT), "the first epoch");
        assertEquals(2, after(view, KeyCode.RIGHT));
        assertEquals(4, after(view, KeyCode.END));
        assertEquals(3, after(view, KeyCode.B), "the best");
        assertEquals(2, after(view, KeyCode.LEFT));
        assertTrue(OnFx.get(() -> OnFx.find("#curve-values", ReadingCard.class).isVisible()));
        assertEquals(1, after(view, KeyCode.HOME));
        assertTrue(Double.isNaN(after(view, KeyCode.ESCAPE)));
        assertTrue(OnFx.get(() -> !OnFx.find("#curve-values", ReadingCard.class).isVisible()));
    }
}
