package dev.nara.ui.start;

import dev.nara.run.RunEvent;
import dev.nara.store.reference.Reference;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/**
 * A chart of the deciding metric by epoch, from the first to the last planned one, with labels for the best point and the best cheap
 * reference.
 */
final class LastRunCurve extends Region {
    private static final double HEIGHT = 104;
    private static final double LEFT = 12;
    private static final double TOP = 16;
    private static final double LABELS = 54;
    private static final double AXIS = 84;
    /** Half of the height of a label, with a margin. */
    private static final double HALF = 8;

    private final LastRun last;
    private final List<RunEvent.EpochDone> epochs;
    private final Polyline curve = new Polyline();
    private final Line axis = new Line();
    private final Line dashes = new Line();
    private final Circle point = new Circle(4);
    private final Text bestFigure = text("start-curve-best");
    private final Text referenceFigure = text("start-curve-text");
    private final Text referenceName = text("start-curve-text");
    private final Text first = text("start-curve-text");
    private final Text what = text("start-curve-text");
    private final Text end = text("start-curve-text");

    LastRunCurve(LastRun last, Texts texts) {
        this.last = last;
        this.epochs = last.epochs();
        getStyleClass().add("start-picture");
        curve.getStyleClass().add("start-curve");
        axis.getStyleClass().add("start-axis");
        dashes.getStyleClass().add("start-dashes");
        point.getStyleClass().add("start-point");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        first.setText(texts.get("start.epoch", 1));
        end.setText(Integer.toString(last.run().spec().epochs()));
        what.setText(texts.get(
                "start.curve",
                last.metric(),
                texts.of(last.run().spec().epochPart().words())));
        last.reference().ifPresent(one -> {
            referenceFigure.setText(BareNumbers.figure(value(one)));
            referenceName.setText(texts.of(one.name()));
        });
        last.best().ifPresent(best -> bestFigure.setText(BareNumbers.figure(value(best))));
        getChildren().addAll(axis, dashes, curve, point, bestFigure, referenceFigure, referenceName, first, what, end);
        getChildren().forEach(node -> node.setManaged(false));
        setAccessibleText(what.getText() + ": " + bestFigure.getText());
    }

    private static Text text(String style) {
        Text text = new Text();
        text.getStyleClass().add(style);
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    private double value(RunEvent.EpochDone epoch) {
        return LastRun.figure(epoch.metrics(), last.metric());
    }

    private double value(Reference reference) {
        return LastRun.figure(reference.validation(), last.metric());
    }

    @Override
    protected void layoutChildren() {
        double right = Math.max(LEFT + 40, getWidth() - LABELS);
        Optional<Double> reference = last.reference().map(this::value);
        double[] all = DoubleStream.concat(
                        epochs.stream().mapToDouble(this::value),
                        reference.stream().mapToDouble(one -> one))
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        double span = most > least ? most - least : 1;
        int planned = Math.max(2, last.run().spec().epochs());
        line(axis, LEFT, AXIS, right, AXIS);
        curve.getPoints().clear();
        for (RunEvent.EpochDone epoch : epochs) {
            curve.getPoints().addAll(x(epoch.epoch(), planned, right), y(value(epoch), least, span));
        }
        dashes.setVisible(reference.isPresent());
        reference.ifPresent(one -> {
            double at = y(one, least, span);
            line(dashes, LEFT, at, right, at);
            name(at, right);
        });
        point.setVisible(last.best().isPresent());
        double bestAt = last.best().map(best -> y(value(best), least, span)).orElse(0.0);
        last.best().ifPresent(best -> {
            point.setCenterX(x(best.epoch(), planned, right));
            point.setCenterY(bestAt);
            place(bestFigure, right + 8, bestAt);
        });
        reference.ifPresent(one -> place(referenceFigure, right + 8, apart(y(one, least, span), bestAt)));
        place(first, LEFT, AXIS + 10);
        place(what, (LEFT + right - width(what)) / 2, AXIS + 10);
        place(end, right - width(end), AXIS + 10);
    }

    /** Places the label of the line above or below it, at its right or left end, where the curve does not cross it. */
    private void name(double at, double right) {
        double end = right - width(referenceName) - 2;
        for (double y : new double[] {at - 8, at + 9}) {
            for (double x : new double[] {end, LEFT + 2}) {
                if (isFree(x, y) && y > 6 && y < AXIS - 6) {
                    place(referenceName, x, y);
                    return;
                }
            }
        }
        place(referenceName, end, Math.max(8, at - 8));
    }

    /** Whether the curve does not cross a label that starts there. */
    private boolean isFree(double x, double y) {
        List<Double> points = curve.getPoints();
        for (int n = 2; n + 1 < points.size(); n += 2) {
            double fromX = points.get(n - 2);
            double fromY = points.get(n - 1);
            double toX = points.get(n);
            double toY = points.get(n + 1);
            boolean beside = toX < x || fromX > x + width(referenceName);
            if (!beside && Math.min(fromY, toY) < y + HALF && Math.max(fromY, toY) > y - HALF) {
                return false;
            }
        }
        return true;
    }

    /** The position of the second label such that it does not overlap the first. */
    private double apart(double wanted, double taken) {
        if (last.best().isEmpty() || Math.abs(wanted - taken) >= 13) {
            return wanted;
        }
        return wanted >= taken ? taken + 13 : Math.max(8, taken - 13);
    }

    private static double x(int epoch, int planned, double right) {
        return LEFT + (right - LEFT) * (epoch - 1) / (planned - 1.0);
    }

    private static double y(double value, double least, double span) {
        return AXIS - 6 - (AXIS - 6 - TOP) * (value - least) / span;
    }

    private static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    private static void place(Text text, double x, double y) {
        text.setX(x);
        text.setY(y);
    }

    private static void line(Line line, double x, double y, double toX, double toY) {
        line.setStartX(x);
        line.setStartY(y);
        line.setEndX(toX);
        line.setEndY(toY);
    }
}
