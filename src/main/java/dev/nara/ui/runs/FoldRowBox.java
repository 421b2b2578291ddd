package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row for a study, or for runs that differ only by the seed: its title, its best or mean score, and its state. */
final class FoldRowBox extends HBox {
    private final RailState state;
    private final RailWords words;
    private final FontIcon arrow = Icons.of(Feather.CHEVRON_RIGHT, "rail-arrow");
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label score = new Label();
    private final StateIcon sign = new StateIcon();

    FoldRowBox(RailState state, RailWords words) {
        this.state = state;
        this.words = words;
        getStyleClass().addAll("rail-row", "run-cell");
        title.getStyleClass().add("rail-title");
        title.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("rail-detail");
        detail.setMinWidth(0);
        detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        score.getStyleClass().add("rail-score");
        score.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(arrow, title, detail, score, sign);
    }

    /** Shows a study with its best run. */
    void show(RailRow.Study study) {
        Texts texts = state.texts();
        open(study.open());
        double spent = state.read().searches().getOrDefault(study.study(), 0.0);
        title.setText(texts.get("rail.study", study.study()));
        detail.setText(texts.get("rail.study.trials", study.trials()));
        score.setText(words.score(study.best()));
        sign.show(study.underWay() ? RunState.RUNNING : study.ended() ? RunState.FINISHED : RunState.PAUSED, spent);
    }

    /** Shows runs that differ by the seed with their mean and its deviation. */
    void show(RailRow.Series series) {
        List<StoredRun> runs = series.seeds();
        open(series.open());
        double[] figures = figures(runs);
        double mean = DoubleStream.of(figures).average().orElse(Double.NaN);
        double deviation = deviation(figures, mean);
        title.setText(state.texts()
                .get(
                        "short.seeds",
                        runs.stream().map(run -> run.spec().seed()).distinct().count()));
        String name = state.read().names().setting(runs.get(0), state.texts().locale());
        detail.setText(name + (Double.isNaN(deviation) ? "" : " · ± " + BareNumbers.rounded(deviation, 3)));
        String mark = words.score(runs.get(0)).startsWith(RailWords.OTHERWISE) ? RailWords.OTHERWISE : "";
        score.setText(mark + BareNumbers.figure(mean));
        boolean failed = runs.stream().allMatch(run -> run.state() == RunState.FAILED);
        sign.show(failed ? RunState.FAILED : RunState.FINISHED, 1);
    }

    /** The figures of the runs, one per seed: a repeated training adds no information. */
    static double[] figures(List<StoredRun> runs) {
        Set<Long> seeds = new HashSet<>();
        return runs.stream()
                .filter(run -> Double.isFinite(RailScore.of(run).figure())
                        && seeds.add(run.spec().seed()))
                .mapToDouble(run -> RailScore.of(run).figure())
                .toArray();
    }

    /** The standard deviation of a sample; NaN for fewer than two figures. */
    static double deviation(double[] figures, double mean) {
        return figures.length < 2
                ? Double.NaN
                : Math.sqrt(DoubleStream.of(figures)
                                .map(f -> (f - mean) * (f - mean))
                                .sum()
                        / (figures.length - 1));
    }

    private void open(boolean open) {
        arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    }

    /** The text for screen readers. */
    String spoken() {
        return String.join(", ", title.getText(), detail.getText(), score.getText());
    }
}
