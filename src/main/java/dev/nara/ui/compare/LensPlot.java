package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.ProtocolRanks;
import dev.nara.analysis.SaidProtocol;
import dev.nara.eval.CandidateRules;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

/** The ranks of settings under protocols: a column per protocol, a line per setting, and dashed frames around indistinguishable ones. */
final class LensPlot extends Pane {
    private static final double HEAD = 44;
    private static final double SIDE = 26;
    private static final double DOT = 4.5;
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 24;

    private final ProtocolRanks ranks;
    private final List<ComparedRow> settings;
    private final RowLook look;
    private final Texts texts;

    LensPlot(ProtocolRanks ranks, List<ComparedRow> settings, RowLook look, Texts texts) {
        this.ranks = ranks;
        this.settings = settings;
        this.look = look;
        this.texts = texts;
        setMinHeight(HEAD + LEAST_ROW * settings.size());
        setAccessibleText(
                String.join("; ", ranks.protocols().stream().map(this::order).toList()));
    }

    /** The order under a protocol as text for screen readers. */
    private String order(String protocol) {
        List<Integer> order = ranks.orders().get(ranks.protocols().indexOf(protocol));
        return texts.of(SaidProtocol.candidates(protocol)) + ": "
                + String.join(
                        ", ",
                        order.stream().map(s -> look.number(settings.get(s))).toList());
    }

    @Override
    protected void layoutChildren() {
        List<Node> drawn = new ArrayList<>();
        double step = (getWidth() - 2 * SIDE) / ranks.protocols().size();
        double row = Math.min(MOST_ROW, Math.max(LEAST_ROW, (getHeight() - HEAD - 8) / settings.size()));
        Rectangle used = new Rectangle(SIDE, 0, step, HEAD + row * settings.size() + 6);
        used.setFill(look.colours().accentSoft());
        used.setArcWidth(8);
        used.setArcHeight(8);
        drawn.add(used);
        for (int s = 0; s < settings.size(); s++) {
            Color colour = look.colour(settings.get(s));
            addLine(drawn, s, colour, step, row);
        }
        for (int p = 0; p < ranks.protocols().size(); p++) {
            drawn.add(head(p, step));
            if (ranks.level().get(p) > 1) {
                drawn.add(capsule(p, step, row));
            }
        }
        getChildren().setAll(drawn);
        drawn.forEach(node -> {
            if (node instanceof Label label) {
                label.autosize();
            }
        });
    }

    private void addLine(List<Node> drawn, int setting, Color colour, double step, double row) {
        int last = ranks.protocols().size() - 1;
        for (int p = 0; p <= last; p++) {
            double x = x(p, step);
            double y = y(p, setting, row);
            if (p > 0) {
                Line line = new Line(x(p - 1, step), y(p - 1, setting, row), x, y);
                line.setStroke(colour);
                line.setStrokeWidth(2);
                drawn.add(line);
            }
        }
        for (int p = 0; p <= last; p++) {
            drawn.add(new Circle(x(p, step), y(p, setting, row), DOT, colour));
        }
        drawn.add(number(setting, colour, 0, y(0, setting, row)));
        drawn.add(number(setting, colour, getWidth() - SIDE, y(last, setting, row)));
    }

    private Label number(int setting, Color colour, double x, double y) {
        Label label = new Label(look.number(settings.get(setting)));
        label.getStyleClass().add("lens-number");
        label.setTextFill(colour);
        ForestCell.width(label, SIDE);
        label.setAlignment(x == 0 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        label.relocate(x == 0 ? -2 : x + 2, y - 8);
        return label;
    }

    private Label head(int protocol, double step) {
        String spec = ranks.protocols().get(protocol);
        Label label = new Label(texts.of(SaidProtocol.candidates(spec)));
        label.getStyleClass().addAll("lens-head", protocol == 0 ? "strong" : "muted");
        if (CandidateRules.amongSamples(spec)) {
            label.getStyleClass().add("warn");
        }
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.TOP_CENTER);
        ForestCell.width(label, step - 2);
        label.setMaxHeight(HEAD - 4);
        Tips.on(label, label.getText());
        label.relocate(SIDE + protocol * step + 1, 4);
        return label;
    }

    private Rectangle capsule(int protocol, double step, double row) {
        double height = (ranks.level().get(protocol) - 1) * row + 20;
        Rectangle frame = new Rectangle(x(protocol, step) - 10, HEAD + row / 2 - 10, 20, height);
        frame.setArcWidth(20);
        frame.setArcHeight(20);
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(look.colours().muted());
        frame.getStrokeDashArray().setAll(2.0, 2.0);
        return frame;
    }

    private static double x(int protocol, double step) {
        return SIDE + (protocol + 0.5) * step;
    }

    private double y(int protocol, int setting, double row) {
        return HEAD + (ranks.orders().get(protocol).indexOf(setting) + 0.5) * row;
    }
}
