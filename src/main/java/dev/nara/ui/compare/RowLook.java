package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.RunNames;
import dev.nara.store.entry.StoredRun;
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

/** The colour, symbol and name of a row: the same in all parts of the workspace, with the colour of the row's run in the list. */
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

    /** The colour of a run on the charts, else the first free one; grey for baselines. */
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

    /** A colour of the palette's series, as in the list of runs and the curves. */
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

    /** A dot, hollow while the run trains, or a diamond for a baseline. */
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

    /** The run's number, "" for a baseline without a run. */
    String number(ComparedRow row) {
        return row.runs().isEmpty() ? "" : Long.toString(row.number());
    }

    /** The name without the number, and without the seed of one among several. */
    String name(ComparedRow row) {
        if (row.runs().isEmpty()) {
            return texts.get("algorithm." + row.algorithm());
        }
        StoredRun first = row.runs().get(0);
        RunNames names = model.namesProperty().get();
        return row.runs().size() > 1 ? names.setting(first, texts.locale()) : names.of(first, texts.locale());
    }

    /** The full name, with the numbers of its runs. */
    String whole(ComparedRow row) {
        if (row.runs().isEmpty()) {
            return name(row);
        }
        String name = model.namesProperty().get().whole(row.runs(), texts.locale());
        String ids = String.join(
                ", ", row.runs().stream().map(run -> Long.toString(run.id())).toList());
        return texts.get("compare.row.runs", name, ids);
    }
}
