package dev.nara.ui.tune.chart;

import dev.nara.search.picture.GoalScale;
import dev.nara.search.study.StudySnapshot;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The scale of the colours of figures, from the worst to the best. */
final class ScaleBar extends HBox {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 9;

    private final Texts texts;
    private final Label low = new Label();
    private final Label high = new Label();
    private final Canvas bar = new Canvas(WIDTH, HEIGHT);

    ScaleBar(Texts texts) {
        super(6);
        this.texts = texts;
        low.getStyleClass().add("cell-detail");
        high.getStyleClass().add("cell-detail");
        getStyleClass().add("scale-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        getChildren().addAll(low, bar, high);
    }

    /** Shows the scale of the metric by which trials are coloured. */
    void show(StudySnapshot study, TuneModel model, Colours colours) {
        GoalScale scale =
                GoalScale.of(study, model.trials(), model.metricProperty().get());
        // A single figure makes no scale.
        setVisible(scale.spans());
        low.setText(scale.spans() ? BareNumbers.rounded(scale.low(), 3) : "");
        high.setText(scale.spans() ? BareNumbers.rounded(scale.high(), 3) : "");
        setAccessibleText(texts.get("tune.scale.accessible", low.getText(), high.getText()));
        for (int x = 0; x < WIDTH; x++) {
            bar.getGraphicsContext2D().setFill(colours.ramp(x / (WIDTH - 1)));
            bar.getGraphicsContext2D().fillRect(x, 0, 1.5, HEIGHT);
        }
    }
}
