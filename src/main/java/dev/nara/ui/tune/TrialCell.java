package dev.nara.ui.tune;

import dev.nara.chart.StudyMark;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.picture.PictureWords;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TrialMark;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A trial in the list: its symbol, number and most important settings, its state, its figure with the seeds, and actions. */
final class TrialCell extends ListCell<Trial> {
    static final double HEIGHT = 40;
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

    private final Texts texts;
    private final TuneRequests requests;
    private final Supplier<Shown> shown;
    private final Canvas mark = new Canvas(16, 16);
    private final Label number = new Label();
    private final Label settings = new Label();
    private final Label state = new Label();
    private final Label figure = new Label();
    private final Label margin = new Label();
    private final TrialStrip strip = new TrialStrip();
    private final Hyperlink link = new Hyperlink();
    private final HBox act = new HBox();
    private final HBox box;
    private String styled = "";
    /** The trial that was dropped or resumed here last; a second click must not undo that. */
    private int acted;

    /**
     * What all cells of the list share.
     *
     * @param names the dimensions whose values are shown
     * @param low the lowest figure on the scale of the strips
     * @param high the highest figure on the scale of the strips
     */
    record Shown(
            StudySnapshot study,
            StudySnapshot.PartNow part,
            List<String> names,
            String metric,
            List<Integer> selected,
            double low,
            double high,
            Colours colours) {}

    TrialCell(Texts texts, TuneRequests requests, Supplier<Shown> shown) {
        this.texts = texts;
        this.requests = requests;
        this.shown = shown;
        number.getStyleClass().add("trial-number");
        settings.getStyleClass().add("trial-settings");
        state.getStyleClass().add("trial-state");
        figure.getStyleClass().add("trial-figure");
        margin.getStyleClass().add("trial-margin");
        link.getStyleClass().add("trial-link");
        settings.setMinWidth(0);
        state.setMinWidth(0);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        margin.setMinWidth(Region.USE_PREF_SIZE);
        number.setMinWidth(32);
        act.setAlignment(Pos.CENTER_RIGHT);
        act.setSpacing(2);
        VBox words = new VBox(settings, state);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox figures = new HBox(figure, margin);
        figures.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(figures, act);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(TrialStrip.WIDTH);
        box = new HBox(mark, number, words, right);
        box.getStyleClass().add("trial-cell");
        getStyleClass().add("trial-row");
        setPrefWidth(0);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        hoverProperty().addListener((o, was, is) -> {
            acted = 0;
            fill();
        });
    }

    @Override
    protected void updateItem(@Nullable Trial trial, boolean empty) {
        super.updateItem(trial, empty);
        fill();
    }

    private void fill() {
        Trial trial = getItem();
        Shown all = shown.get();
        if (isEmpty() || trial == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        int place = all.selected().indexOf(trial.number());
        StudyMark shape = PictureWords.mark(trial);
        Color colour = place < 0
                ? TrialMark.colour(shape, all.colours())
                : all.colours().selected(place);
        GraphicsContext g = mark.getGraphicsContext2D();
        g.clearRect(0, 0, 16, 16);
        TrialMark.draw(shape, g, 7, 8, 3.6, colour);
        number.setText("#" + trial.number());
        settings.setText(TuneWords.settings(texts, all.part(), trial.settings(), all.names()));
        state.setText(TuneWords.state(texts, all.study(), trial));
        style(trial);
        double value = GoalScale.figure(all.study(), trial, all.metric());
        boolean goal =
                all.metric().isEmpty() || all.metric().equals(all.study().spec().goal());
        figure.setText(BareNumbers.figure(value));
        margin.setText(goal && Double.isFinite(trial.error()) ? " ± " + BareNumbers.margin(trial.error()) : "");
        figure.pseudoClassStateChanged(UNSURE, !trial.finished());
        act(trial, goal, colour, all);
        setGraphic(box);
        setAccessibleText(number.getText() + ", " + settings.getText() + ", " + state.getText() + ", "
                + figure.getText() + margin.getText());
    }

    /** Changes the style class only if needed: a class that is removed and added again during layout briefly loses its font. */
    private void style(Trial trial) {
        String wanted = "";
        if (trial.state().broken()) {
            wanted = "trial-bad";
        } else if (trial.finished() && !trial.withinLimits()) {
            wanted = "trial-warn";
        } else if (trial.state() == TrialState.RUNNING) {
            wanted = "trial-now";
        }
        if (!wanted.equals(styled)) {
            state.getStyleClass().remove(styled);
            styled = wanted;
            if (!wanted.isEmpty()) {
                state.getStyleClass().add(wanted);
            }
        }
    }

    /** Below the figure: the seeds on a scale shared by all rows, or actions. */
    private void act(Trial trial, boolean goal, Color colour, Shown all) {
        boolean dropped = trial.state() == TrialState.DROPPED;
        if (isHover() && !trial.state().broken()) {
            Button pin = button(trial.pinned() ? "tune.unpin" : "tune.pin", () -> requests.steer(pin(trial)));
            act.getChildren().setAll(pin);
            if (dropped) {
                act.getChildren().add(once(trial, "tune.thaw", new StudyEvent.ThawAsked(trial.number())));
            } else if (trial.state().alive()) {
                act.getChildren().add(once(trial, "tune.drop", new StudyEvent.DropAsked(trial.number())));
            }
        } else if (dropped) {
            link(trial, "tune.thaw", () -> requests.steer(new StudyEvent.ThawAsked(trial.number())));
        } else if (trial.state().broken()) {
            link(trial, "tune.why", () -> requests.why(trial));
        } else {
            strip.show(
                    trial,
                    goal,
                    colour,
                    new TrialStrip.GoalRange(
                            all.low(), all.high(), all.colours().line()));
            act.getChildren().setAll(strip);
        }
    }

    /** The event that pins a trial, or unpins a pinned one. */
    static StudyEvent.Steering pin(Trial trial) {
        return trial.pinned() ? new StudyEvent.Unpinned(trial.number()) : new StudyEvent.Pinned(trial.number());
    }

    /** A button that works once until the mouse has left the cell. */
    private Button once(Trial trial, String key, StudyEvent.Steering event) {
        Button button = button(key, () -> {
            acted = trial.number();
            fill();
            requests.steer(event);
        });
        button.setDisable(acted == trial.number());
        return button;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("trial-button");
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void link(Trial trial, String key, Runnable action) {
        link.setText(texts.get(key));
        link.setAccessibleText(texts.get(key) + " #" + trial.number());
        link.setTooltip(trial.outcome() == null ? null : new Tooltip(texts.of(trial.outcome())));
        link.setOnAction(e -> {
            link.setVisited(false);
            action.run();
        });
        act.getChildren().setAll(link);
    }
}
