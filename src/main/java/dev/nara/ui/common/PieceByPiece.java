package dev.nara.ui.common;

import java.util.List;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Long work of the JavaFX thread in pieces, one a frame, so that the window answers between two of them. New work takes the
 * place of what is left of the old.
 */
public final class PieceByPiece {
    private @Nullable AnimationTimer timer;

    /** Does these in order, the first in the next frame. */
    public void run(List<Runnable> pieces) {
        stop();
        timer = new AnimationTimer() {
            private int next;

            @Override
            public void handle(long now) {
                if (next == pieces.size()) {
                    stop();
                } else {
                    pieces.get(next++).run();
                }
            }
        };
        timer.start();
    }

    /** Leaves undone what is left. */
    public void stop() {
        if (timer != null) {
            timer.stop();
            timer = null;
        }
    }
}
