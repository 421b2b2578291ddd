package dev.nara.ui.common;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label with several wordings that shows the longest one that fits; if none fits, the last one is truncated. */
public final class FittingLabel extends Label {
    /** The width that may be lost by rounding, in pixels. */
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

    /** The preferred width of the longest wording, so that it returns when there is space again. */
    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset()
                + snappedRightInset()
                + wordings.stream().mapToDouble(this::wide).max().orElse(0);
    }

    /** Replaces the wordings. */
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
