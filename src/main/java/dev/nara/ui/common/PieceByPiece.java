package dev.nara.ui.common;

import java.util.List;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Runs long work on the JavaFX thread in pieces, one per frame, so that the window stays responsive. New work replaces the rest of the old.
 */
public final class PieceByPiece {
    private @Nullable AnimationTimer timer;

    /** Runs these in order, the first in the next frame. */
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

    /** Discards the remaining pieces. */
    public void stop() {
        if (timer != null) {
            timer.stop();
            timer = null;
        }
    }
}
