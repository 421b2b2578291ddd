package dev.nara.ui.compare;

import dev.nara.chart.ForestScale;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The labels above and below the rows of the forest plot: which side is better, and the scale. Labels never overlap. */
final class ForestAxis {
    private static final double GAP = 8;
    private static final double ABOVE = 18;
    private static final double BELOW = 18;

    private final Texts texts;
    private final Label left = new Label();
    private final Label right = new Label();
    private final Pane sides = new Pane(left, right);
    private final Pane steps = new Pane();
    private ForestScale scale = new ForestScale(-1, 1, 2);

    ForestAxis(Texts texts) {
        this.texts = texts;
        for (Label side : List.of(left, right)) {
            side.getStyleClass().add("caption");
            side.setLayoutY(ABOVE);
            side.setVisible(false);
        }
        steps.setPrefHeight(BELOW);
        sides.widthProperty().addListener((o, was, is) -> draw());
    }

    /** The labels of the two sides, placed above the plots. */
    Pane sides() {
        return sides;
    }

    /** The labels of the scale, placed below the plots. */
    Pane steps() {
        return steps;
    }

    /** Shows a scale; nothing if it has no tick besides 0. */
    void show(ForestScale now, boolean higherIsBetter, long reference) {
        scale = now;
        String number = Long.toString(reference);
        left.setText(texts.get(higherIsBetter ? "compare.worse.left" : "compare.better.left", number));
        right.setText(texts.get(higherIsBetter ? "compare.better.right" : "compare.worse.right", number));
        draw();
    }

    private void draw() {
        double width = sides.getWidth();
        boolean there = width > 0 && scale.ticks().size() > 1;
        left.setVisible(there);
        right.setVisible(there);
        steps.getChildren().clear();
        if (there) {
            placeSides(width);
            drawSteps(width);
        }
    }

    /** Places each label on its side of 0 if possible; if both do not fit, hides the one on the narrower side. */
    private void placeSides(double width) {
        sides.applyCss();
        double zero = scale.at(0, width);
        double first = left.prefWidth(-1);
        double second = right.prefWidth(-1);
        if (first + GAP + second > width) {
            boolean leftStays = zero > width / 2;
            left.setVisible(leftStays && first <= width);
            right.setVisible(!leftStays && second <= width);
        }
        double most = right.isVisible() ? width - second - GAP - first : width - first;
        double at = Math.max(0, Math.min(zero - GAP - first, most));
        left.setLayoutX(at);
        double end = left.isVisible() ? at + first + GAP : 0;
        right.setLayoutX(Math.min(Math.max(zero + GAP, end), width - second));
    }

    /** Labels as many ticks as fit, 0 among them: every one, every second, fifth, tenth … */
    private void drawSteps(double width) {
        int digits = scale.digits();
        List<Label> labels = new ArrayList<>();
        for (double tick : scale.ticks()) {
            Label label = new Label(Math.abs(tick) < scale.step() / 2 ? "0" : BareNumbers.signed(tick, digits));
            label.getStyleClass().add("caption");
            label.setUserData(tick);
            labels.add(label);
        }
        steps.getChildren().setAll(labels);
        steps.applyCss();
        double widest =
                labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
        long every = every(scale.step() / (scale.high() - scale.low()) * width, widest + GAP);
        steps.getChildren().removeIf(label -> Math.round((double) label.getUserData() / scale.step()) % every != 0);
        for (Label label : labels) {
            label.setLayoutX(scale.at((double) label.getUserData(), width) - label.prefWidth(-1) / 2);
        }
    }

    /** The least number of the series 1, 2, 5, 10 … whose steps together have this width. */
    private static long every(double step, double least) {
        for (long power = 1; power < 1_000_000; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power * step >= least) {
                    return factor * power;
                }
            }
        }
        return 1_000_000;
    }
}
