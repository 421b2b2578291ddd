package dev.nara.fonts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whether a window without a display shows legible Hangul: no boxes, nothing blank. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class HeadlessTextTest {
    private Label label;

    @Start
    void show(Stage stage) {
        label = new Label();
        label.setStyle("-fx-font-size: 40px; -fx-text-fill: black");
        StackPane pane = new StackPane(label);
        pane.setStyle("-fx-background-color: white");
        stage.setScene(new Scene(pane, 240, 80));
        stage.show();
    }

    @Test
    void aSyllableLeavesAsMuchInkAsItsStrokesNeed(FxRobot robot) {
        double ink = ink(picture("가", robot));
        assertTrue(ink > 150 && ink < 600, "pixels of ink: " + ink);
    }

    @Test
    void syllablesDiffer(FxRobot robot) {
        assertNotEquals(picture("가", robot), picture("나", robot));
    }

    @Test
    void boldIsHeavier(FxRobot robot) {
        double regular = ink(picture("추천", robot));
        robot.interact(() -> label.setStyle(label.getStyle() + "; -fx-font-weight: bold"));
        double bold = ink(picture("추천", robot));
        assertTrue(bold > 1.2 * regular, bold + " against " + regular);
    }

    @Test
    void readsTheProgramsOwnFont() throws IOException {
        try (InputStream in = HeadlessTextTest.class.getResourceAsStream("/assets/fonts/Pretendard-Regular.ttf")) {
            assertEquals("Pretendard", Font.loadFont(in, 20).getFamily());
        }
    }

    /** The brightness of every pixel of the window. */
    private List<Double> picture(String text, FxRobot robot) {
        List<Double> brightness = new ArrayList<>();
        robot.interact(() -> {
            label.setText(text);
            WritableImage image = label.getScene().snapshot(null);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    brightness.add(image.getPixelReader().getColor(x, y).getBrightness());
                }
            }
        });
        return brightness;
    }

    private static double ink(List<Double> picture) {
        return picture.stream().mapToDouble(brightness -> 1 - brightness).sum();
    }
}
