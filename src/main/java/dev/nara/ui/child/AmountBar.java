package dev.nara.ui.child;

import javafx.scene.layout.Region;

/** An amount as a bar from a zero line: positive to the right in the accent colour, negative to the left in grey. */
final class AmountBar extends Region {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 10;
    /** The position of the zero line if some amounts are negative. */
    private static final double ZERO = 22;

    private final Region bar = new Region();
    private final Region line = new Region();
    private final double share;
    private final boolean negatives;

    /**
     * A bar for one of several amounts.
     *
     * @param share the amount relative to the largest, -1 … 1
     * @param negatives whether any of the amounts is negative
     */
    AmountBar(double share, boolean negatives) {
        this.share = Math.max(-1, Math.min(1, share));
        this.negatives = negatives;
        getStyleClass().add("amount-bar");
        bar.getStyleClass().add(share < 0 ? "takes" : "adds");
        line.getStyleClass().add("zero");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().addAll(bar, line);
    }

    @Override
    protected void layoutChildren() {
        double zero = negatives ? ZERO : 0;
        double length = share < 0 ? Math.min(ZERO, -share * (WIDTH - zero)) : share * (WIDTH - zero);
        bar.resizeRelocate(share < 0 ? zero - length : zero, 0, Math.max(1, length), HEIGHT);
        line.resizeRelocate(zero, -4, 1, HEIGHT + 8);
    }
}
