package dev.nara.ui.shell;

import dev.nara.settings.WindowPlace;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The position and size of the window: as it was left; at first it is centred and takes most of the screen. */
final class WindowState {
    /** The share of the screen's width and height at first. */
    private static final double SHARE = 0.85;

    private static final double MIN_HEIGHT = 640;

    private final Stage stage;
    private Rectangle2D last = Rectangle2D.EMPTY;

    WindowState(Stage stage) {
        this.stage = stage;
        for (ObservableValue<?> each : new ObservableValue<?>[] {
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty()
        }) {
            each.addListener((o, was, is) -> remember());
        }
    }

    private void remember() {
        if (!stage.isMaximized() && !stage.isFullScreen() && !Double.isNaN(stage.getX())) {
            last = new Rectangle2D(
                    stage.getX(), stage.getY(), Math.max(0, stage.getWidth()), Math.max(0, stage.getHeight()));
        }
    }

    /** Restores the window's position and size, unless they are outside all screens. */
    void arrange(WindowPlace left) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Rectangle2D wanted = wanted(left, screen);
        stage.setX(wanted.getMinX());
        stage.setY(wanted.getMinY());
        stage.setWidth(wanted.getWidth());
        stage.setHeight(wanted.getHeight());
        stage.setMaximized(left.maximised());
        last = wanted;
    }

    /** Sets the minimum size. Some window managers then open the window at just that size, so the wanted size is set once more. */
    void bound() {
        Rectangle2D wanted = last;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(WindowBody.MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        PauseTransition shown = new PauseTransition(Duration.millis(1));
        shown.setOnFinished(e -> {
            if (!stage.isMaximized()) {
                stage.setWidth(wanted.getWidth());
                stage.setHeight(wanted.getHeight());
            }
        });
        shown.play();
    }

    private static Rectangle2D wanted(WindowPlace left, Rectangle2D screen) {
        boolean seen = left.known()
                && !Screen.getScreensForRectangle(left.x(), left.y(), left.width(), left.height())
                        .isEmpty();
        return seen ? new Rectangle2D(left.x(), left.y(), left.width(), left.height()) : first(screen);
    }

    /** The initial position and size. */
    static Rectangle2D first(Rectangle2D screen) {
        double width = Math.min(screen.getWidth(), Math.max(WindowBody.MIN_WIDTH, SHARE * screen.getWidth()));
        double height = Math.min(screen.getHeight(), Math.max(MIN_HEIGHT, SHARE * screen.getHeight()));
        return new Rectangle2D(
                Math.rint(screen.getMinX() + (screen.getWidth() - width) / 2),
                Math.rint(screen.getMinY() + (screen.getHeight() - height) / 2),
                Math.rint(width),
                Math.rint(height));
    }

    /** The current position and size. */
    WindowPlace now(WindowBody body) {
        return new WindowPlace(
                last.getMinX(), last.getMinY(), last.getWidth(), last.getHeight(), stage.isMaximized(), body.end());
    }
}
