package dev.nara.ui.common;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label that says the longest of several wordings that has room; where none has, the last one is cut at its end. */
public final class FittingLabel extends Label {
    /** What rounding of widths may take away, in pixels. */
    private static final double SLACK = 1;

    private List<String> wordings;

    /** The first wording is also its tooltip. */
    public FittingLabel(List<String> wordings) {
        super(wordings.get(0));
        this.wordings = wordings;
        Tips.on(this, wordings.get(0));
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        widthProperty().addListener(o -> choose());
        fontProperty().addListener(o -> choose());
    }

    /** That of the longest wording, whichever is said: one that is left for want of room comes back with it. */
    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset()
                + snappedRightInset()
                + wordings.stream().mapToDouble(this::wide).max().orElse(0);
    }

    /** Other wordings. */
    public void say(List<String> others) {
        wordings = others;
        choose();
    }

    private void choose() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        setText(wordings.stream()
                .filter(words -> wide(words) <= room + SLACK)
                .findFirst()
                .orElse(wordings.get(wordings.size() - 1)));
    }

    private double wide(String words) {
        Text text = new Text(words);
        text.setFont(getFont());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
