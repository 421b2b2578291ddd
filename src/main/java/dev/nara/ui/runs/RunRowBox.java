package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Icons;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run in one row: whether it is on the chart and in which colour, number and name, curve, score and state. */
final class RunRowBox extends HBox {
    /** The number of colours for runs in the palettes. */
    private static final int COLOURS = 6;

    private static final double DOT = 4;

    /** The width of a figure such as .2345, in pixels. */
    private static final double FIGURE = 33;

    private final RailState state;
    private final RailWords words;
    private String coloured = "";
    private final CheckBox on = new CheckBox();
    private final Circle dot = new Circle(DOT);
    private final FontIcon star = Icons.of(Feather.STAR, "rail-star");
    private final StackPane mark = new StackPane(dot);
    private final Label number = new Label();
    private final Label name = new Label();
    private final Sparkline curve = new Sparkline();
    /** Figures are aligned in a column, and never truncated. */
    private final Label score = new Label() {
        @Override
        protected double computePrefWidth(double height) {
            return Math.max(FIGURE, super.computePrefWidth(height));
        }
    };

    private final StateIcon does = new StateIcon();

    RunRowBox(RailState state, RailWords words) {
        this.state = state;
        this.words = words;
        getStyleClass().addAll("rail-row", "run-cell");
        on.getStyleClass().add("rail-check");
        on.setFocusTraversable(false);
        mark.getStyleClass().add("rail-mark");
        number.getStyleClass().add("runs-number");
        number.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("rail-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        score.getStyleClass().add("rail-score");
        score.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(on, mark, number, name, curve, score, does);
    }

    /** Shows the current state of a run. */
    void show(RailRow.Run row) {
        StoredRun run = row.run();
        int colour = state.colour(run);
        on.setSelected(state.charted().ticked(run.id()));
        on.setIndeterminate(colour >= 0 && !on.isSelected());
        on.setOnAction(e -> state.charted().tick(run.id(), on.isSelected()));
        on.setAccessibleText(state.texts().get("rail.on.chart", run.id()));
        colour(row, colour);
        boolean starred = run.label().star();
        Node sign = starred ? star : dot;
        if (!mark.getChildren().contains(sign)) {
            mark.getChildren().setAll(sign);
        }
        number.setText(Long.toString(run.id()));
        name.setText(
                row.within() && RailRows.study(run) == 0
                        ? state.texts().get("short.seed", run.spec().seed())
                        : state.name(run));
        name.setTextOverrun(state.sharesFront(run) ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
        Map<Integer, Double> course = state.curve(run);
        if (row.baseline()) {
            curve.showLevel();
        } else {
            curve.show(course, run.spec().epochs());
        }
        // Without a curve, the name uses its space.
        curve.setManaged(row.baseline() || course.size() > 1);
        score.setText(words.score(run));
        does.show(run.state(), run.state() == RunState.RUNNING ? words.done(run) : 1);
    }

    private void colour(RailRow.Run row, int colour) {
        String now = row.baseline() ? "baseline" : colour >= 0 ? "series-" + (1 + colour % COLOURS) : "";
        if (!now.equals(coloured)) {
            getStyleClass().remove(coloured);
            if (!now.isEmpty()) {
                getStyleClass().add(now);
            }
            coloured = now;
        }
        String kind = colour >= 0 ? "rail-dot" : "rail-ring";
        if (!dot.getStyleClass().contains(kind)) {
            dot.getStyleClass().setAll(kind);
        }
    }

    /** The text for screen readers. */
    String spoken() {
        return String.join(", ", number.getText() + " " + name.getText(), score.getText());
    }
}
