package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** The colour, the mark and the name of a row: the same in forest, table, gains and lens, and the colour that of its run in the list. */
final class RowLook {
    private static final double DOT = 4.5;
    private static final double DIAMOND = 8;
    private static final double STROKE = 1.5;

    private final CompareModel model;
    private final ChartedRuns charted;
    private final ObjectProperty<Theme> theme;
    private final Texts texts;

    RowLook(CompareModel model, ChartedRuns charted, ObjectProperty<Theme> theme, Texts texts) {
        this.model = model;
        this.charted = charted;
        this.theme = theme;
        this.texts = texts;
    }

    Colours colours() {
        return Colours.of(theme.get());
    }

    /** Of a run on the charts its own, else the first that none of the others has; baselines are grey. */
    Color colour(ComparedRow row) {
        if (row.baseline()) {
            return colours().muted();
        }
        List<Integer> taken = new ArrayList<>();
        List<ComparedRow> free = new ArrayList<>();
        for (ComparedRow other : model.rows()) {
            int own = ofChart(other);
            if (own >= 0) {
                taken.add(own);
            } else if (!other.baseline()) {
                free.add(other);
            }
        }
        int own = ofChart(row);
        if (own >= 0) {
            return series(own);
        }
        int place = 0;
        for (ComparedRow other : free) {
            while (taken.contains(place)) {
                place++;
            }
            if (other.number() == row.number()) {
                break;
            }
            place++;
        }
        return series(place);
    }

    /** As the list of runs and the curves have them. */
    private Color series(int place) {
        List<java.awt.Color> series = theme.get().palette().series();
        java.awt.Color colour = series.get(place % series.size());
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private int ofChart(ComparedRow row) {
        return row.runs().stream()
                .mapToInt(run -> charted.colour(run.id()))
                .filter(colour -> colour >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** A dot, a hollow one while it trains, a diamond for a baseline. */
    Shape mark(ComparedRow row) {
        if (row.baseline()) {
            Rectangle diamond = new Rectangle(DIAMOND, DIAMOND, colour(row));
            diamond.setRotate(45);
            return diamond;
        }
        Circle dot = new Circle(DOT, colour(row));
        if (row.kind() == ComparedRow.Kind.TRAINING) {
            dot.setFill(Color.TRANSPARENT);
            dot.setStroke(colour(row));
            dot.setStrokeWidth(STROKE);
            dot.setRadius(DOT - STROKE / 2);
        }
        return dot;
    }

    /** The number, "" for a baseline that is no run. */
    String number(ComparedRow row) {
        return row.runs().isEmpty() ? "" : Long.toString(row.number());
    }

    /** The name without the number. */
    String name(ComparedRow row) {
        return row.runs().isEmpty()
                ? texts.get("algorithm." + row.algorithm())
                : model.namesProperty().get().of(row.runs().get(0), texts.locale());
    }

    /** All that the name stands for: every part of it, and the numbers of its seeds. */
    String whole(ComparedRow row) {
        if (row.runs().isEmpty()) {
            return name(row);
        }
        String name = model.namesProperty().get().whole(row.runs().get(0), texts.locale());
        String ids = String.join(
                ", ", row.runs().stream().map(run -> Long.toString(run.id())).toList());
        return texts.get("compare.row.runs", name, ids);
    }
}
