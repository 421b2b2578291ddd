package dev.nara.ui.tune.chart;

import dev.nara.search.study.Trial;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneWords;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hovers and selects trials on a chart, by click or arrow keys. A click with the shortcut key, or an arrow with Shift, adds a trial to the
 * selection.
 */
final class TrialPicking {
    private static final double REACH = 11;

    /** The maximum number of settings in the text about a trial. */
    private static final int MOST = 8;

    private final DrawnChart chart;
    private final TuneModel model;
    private final Texts texts;
    private final Function<Trial, Point2D> place;

    private TrialPicking(DrawnChart chart, TuneModel model, Texts texts, Function<Trial, Point2D> place) {
        this.chart = chart;
        this.model = model;
        this.texts = texts;
        this.place = place;
    }

    /**
     * Makes the trials of a chart selectable.
     *
     * @param place the position of a trial on the chart, far outside if it is not shown
     */
    static void on(DrawnChart chart, TuneModel model, Texts texts, Function<Trial, Point2D> place) {
        TrialPicking picking = new TrialPicking(chart, model, texts, place);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, picking::point);
        chart.addEventHandler(
                MouseEvent.MOUSE_EXITED, e -> model.hoveredProperty().set(0));
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, picking::click);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, picking::key);
    }

    private @Nullable Trial near(MouseEvent event) {
        return model.trials().stream()
                .filter(trial -> place.apply(trial).distance(event.getX(), event.getY()) <= REACH)
                .min(Comparator.comparingDouble(trial -> place.apply(trial).distance(event.getX(), event.getY())))
                .orElse(null);
    }

    private void point(MouseEvent event) {
        Trial trial = near(event);
        model.hoveredProperty().set(trial == null ? 0 : trial.number());
        chart.tell(trial == null ? "" : words(trial, texts), event.getX(), event.getY());
    }

    /** The number, figure and settings of a trial, one per line. */
    static String words(Trial trial, Texts texts) {
        String head = "#" + trial.number() + "  " + BareNumbers.withMargin(trial.mean(), trial.error());
        Stream<String> settings = trial.settings().entrySet().stream()
                .limit(MOST)
                .map(each ->
                        texts.setting(each.getKey()) + " " + TuneWords.choice(texts, each.getKey(), each.getValue()));
        return Stream.concat(Stream.of(head), settings).collect(Collectors.joining("\n"));
    }

    private void click(MouseEvent event) {
        Trial trial = near(event);
        if (trial != null && event.isStillSincePress()) {
            select(trial.number(), event.isShortcutDown());
        }
    }

    private void select(int trial, boolean more) {
        Integer number = trial;
        if (!more) {
            model.selected().setAll(List.of(number));
        } else if (!model.selected().remove(number)) {
            model.selected().add(number);
        }
    }

    private void key(KeyEvent event) {
        boolean next = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN;
        boolean before = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP;
        List<Integer> shown = model.trials().stream()
                .filter(trial -> place.apply(trial).getX() >= 0)
                .map(Trial::number)
                .toList();
        if (event.isAltDown() || shown.isEmpty() || !(next || before)) {
            return;
        }
        int last = model.selected().isEmpty()
                ? -1
                : shown.indexOf(model.selected().get(model.selected().size() - 1));
        int to = last < 0 ? (next ? 0 : shown.size() - 1) : last + (next ? 1 : -1);
        select(shown.get(Math.max(0, Math.min(shown.size() - 1, to))), event.isShiftDown());
        event.consume();
    }
}
