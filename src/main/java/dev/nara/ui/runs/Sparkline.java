package dev.nara.ui.runs;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A small curve without axes: a run's figures, horizontally over all of its epochs, vertically from the lowest to the highest. */
final class Sparkline extends Region {
    private static final double WIDTH = 30;
    private static final double LEVEL = 14;
    private static final double HEIGHT = 12;

    private List<Object> drawn = List.of();
    private final Polyline line = new Polyline();

    Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-curve");
        line.setManaged(false);
        getChildren().add(line);
        size(WIDTH);
        setMouseTransparent(true);
    }

    private void size(double width) {
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
    }

    /** Draws figures by epoch; nothing for fewer than two. */
    void show(Map<Integer, Double> figures, int epochs) {
        if (List.of(figures, epochs).equals(drawn)) {
            return;
        }
        drawn = List.of(figures, epochs);
        size(WIDTH);
        line.getPoints().clear();
        if (figures.size() < 2) {
            return;
        }
        double low = Collections.min(figures.values());
        double range = Math.max(1e-9, Collections.max(figures.values()) - low);
        double frame = Math.max(epochs, Collections.max(figures.keySet()));
        figures.forEach((epoch, figure) ->
                line.getPoints().addAll(WIDTH * epoch / frame, 1 + (HEIGHT - 2) * (1 - (figure - low) / range)));
    }

    /** Draws a flat line, for algorithms that compute their model at once. */
    void showLevel() {
        drawn = List.of();
        size(LEVEL);
        line.getPoints().setAll(0.0, HEIGHT / 2, LEVEL, HEIGHT / 2);
    }
}
