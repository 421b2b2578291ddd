package dev.nara.ui.child;

import javafx.scene.layout.Region;

/** A change of rank: a ring, a line and a dot on a logarithmic scale, better ranks to the left. */
final class RankMove extends Region {
    private static final double WIDTH = 74;
    private static final double HEIGHT = 10;
    private static final double DOT = 7;

    private final Region track = new Region();
    private final Region way = new Region();
    private final Region ring = new Region();
    private final Region dot = new Region();
    private final double from;
    private final double to;

    /** {@code worst} is the worst rank of all changes that share the scale. */
    RankMove(int before, int after, int worst) {
        double scale = Math.max(Math.log(10), Math.log(worst));
        from = Math.log(before) / scale;
        to = Math.log(after) / scale;
        getStyleClass().add("rank-move");
        track.getStyleClass().add("track");
        way.getStyleClass().add("way");
        ring.getStyleClass().add("ring");
        dot.getStyleClass().add("dot");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().addAll(track, way, ring, dot);
    }

    @Override
    protected void layoutChildren() {
        double span = WIDTH - DOT;
        double middle = HEIGHT / 2;
        track.resizeRelocate(DOT / 2, middle - .5, span, 1);
        way.resizeRelocate(DOT / 2 + Math.min(from, to) * span, middle - .75, Math.abs(to - from) * span, 1.5);
        ring.resizeRelocate(from * span, middle - DOT / 2, DOT, DOT);
        dot.resizeRelocate(to * span, middle - DOT / 2, DOT, DOT);
    }
}
