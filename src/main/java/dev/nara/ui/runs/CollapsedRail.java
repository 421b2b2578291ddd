package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/**
 * The collapsed rail: dots for the running searches and the runs on the charts, and below a line for other runs; starred runs have a star.
 */
final class CollapsedRail extends VBox {
    static final double WIDTH = 48;
    private static final int OTHERS = 30;
    private static final int COLOURS = 6;

    private final RailState state;
    private final RailWords words;
    private final Supplier<List<StoredRun>> chosen;
    private final LongConsumer choose;
    private final VBox dots = new VBox();
    private Runnable back = () -> {};
    private List<Object> shown = List.of();

    /** {@code choose} selects a run. */
    CollapsedRail(RailState state, Supplier<List<StoredRun>> chosen, LongConsumer choose) {
        this.state = state;
        this.chosen = chosen;
        this.choose = choose;
        words = new RailWords(state);
        getStyleClass().add("collapsed-rail");
        dots.getStyleClass().add("collapsed-dots");
        ScrollPane scrolled = new LiveScroll(dots);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFitToWidth(true);
        Button open =
                Icons.button("runs-show", Feather.CHEVRON_RIGHT, state.texts().binding("runs.show"), () -> back.run());
        getChildren().addAll(open, scrolled);
        sceneProperty().addListener((o, was, is) -> show());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    void onBack(Runnable handler) {
        back = handler;
    }

    /** Shows the current runs if the rail is on screen; unchanged dots are kept. */
    void show() {
        if (getScene() == null) {
            return;
        }
        List<StoredRun> all = state.read().listing().runs();
        List<StoredRun> charted = all.stream().filter(state::charted).toList();
        List<StoredRun> others = all.stream()
                .filter(run -> !state.charted(run) && RailRows.study(run) == 0)
                .limit(OTHERS)
                .toList();
        Set<Long> now = chosen.get().stream().map(StoredRun::id).collect(Collectors.toSet());
        List<Object> made =
                List.of(state.texts().locale(), state.read().searches(), dots(charted, now), dots(others, now));
        if (made.equals(shown)) {
            return;
        }
        shown = made;
        dots.getChildren().clear();
        state.read().searches().forEach((study, share) -> dots.getChildren().add(search(study, share)));
        charted.forEach(run -> add(run, now.contains(run.id())));
        dots.getChildren().add(new Separator());
        others.forEach(run -> add(run, now.contains(run.id())));
    }

    /** The values that determine the dots of runs. */
    private List<List<Object>> dots(List<StoredRun> runs, Set<Long> now) {
        return runs.stream()
                .map(run ->
                        List.<Object>of(run.id(), state.colour(run), run.label(), run.state(), now.contains(run.id())))
                .toList();
    }

    private Node search(long study, double share) {
        StateIcon ring = new StateIcon();
        ring.show(RunState.RUNNING, share);
        ring.setScaleX(2);
        ring.setScaleY(2);
        StackPane place = new StackPane(ring, new Label(Long.toString(study)));
        place.getStyleClass().add("collapsed-search");
        Tips.on(place, state.texts().get("rail.study", study));
        return place;
    }

    private void add(StoredRun run, boolean chosen) {
        int colour = state.colour(run);
        Node sign = run.label().star() ? Icons.of(Feather.STAR, "rail-star") : new Circle(4.5);
        sign.getStyleClass().add(colour >= 0 ? "rail-dot" : "rail-other");
        Button dot = new Button("", sign);
        dot.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        dot.getStyleClass().addAll("flat", "collapsed-dot");
        if (colour >= 0) {
            dot.getStyleClass().add("series-" + (1 + colour % COLOURS));
        }
        if (chosen) {
            dot.getStyleClass().add("chosen");
        }
        dot.setAccessibleText(run.id() + " " + state.name(run));
        Tooltip known = new Tooltip();
        known.setOnShowing(e -> known.setText(words.all(run)));
        dot.setTooltip(known);
        dot.setOnAction(e -> choose.accept(run.id()));
        dots.getChildren().add(dot);
    }
}
