package dev.nara.ui.tune.space;

import dev.nara.chart.StudyMark;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.study.StudySnapshot;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.tune.model.TrialMark;
import dev.nara.ui.tune.model.TuneModel;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The legend of the symbols in the rows of the space. */
final class SpaceLegend extends Region {
    private static final double HEIGHT = 46;
    private static final double RAMP = 64;
    private static final double SECOND = 108;

    private final Texts texts;
    private final Canvas canvas = new Canvas(0, HEIGHT);
    private @Nullable Runnable again;

    SpaceLegend(Texts texts) {
        this.texts = texts;
        getStyleClass().add("space-legend");
        getChildren().add(canvas);
        Tips.on(this, texts.binding("tune.legend.help"));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        widthProperty().addListener((o, was, is) -> {
            if (again != null) {
                again.run();
            }
        });
    }

    void show(@Nullable StudySnapshot study, TuneModel model, Colours colours) {
        again = () -> draw(study, model, colours);
        draw(study, model, colours);
    }

    private void draw(@Nullable StudySnapshot study, TuneModel model, Colours colours) {
        canvas.setWidth(getWidth());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), HEIGHT);
        if (study == null) {
            return;
        }
        g.setFont(Font.font("Pretendard", 11));
        g.setTextBaseline(VPos.CENTER);
        String metric = model.metricProperty().get();
        String by = metric.isEmpty() ? study.spec().goal() : metric;
        GoalScale scale = GoalScale.of(study, model.trials(), by);
        TrialMark.draw(StudyMark.FINISHED, g, 16, 13, 2.4, colours.ramp(1));
        g.setFill(colours.muted());
        g.fillText(texts.get("tune.legend.trial", by), 24, 13, SECOND - 16);
        for (int p = 0; p < RAMP; p++) {
            g.setFill(colours.ramp(p / (RAMP - 1)));
            g.fillRect(SECOND + 8 + p, 9, 1.5, 8);
        }
        if (scale.spans()) {
            g.setFill(colours.muted());
            g.fillText(
                    BareNumbers.rounded(scale.low(), 3) + " – " + BareNumbers.rounded(scale.high(), 3),
                    SECOND + RAMP + 14,
                    13);
        }
        g.setFill(colours.accentSoft());
        g.setStroke(colours.accent());
        g.fillPolygon(new double[] {11, 14, 18, 21}, new double[] {37, 30, 30, 37}, 4);
        g.setLineWidth(1.2);
        g.strokePolyline(new double[] {11, 14, 18, 21}, new double[] {37, 30, 30, 37}, 4);
        g.setFill(colours.muted());
        g.fillText(texts.get("tune.legend.best"), 24, 34, SECOND - 20);
        g.setStroke(colours.accent());
        g.strokeRoundRect(SECOND + 8, 27, 7, 13, 3, 3);
        g.setFill(colours.muted());
        g.fillText(texts.get("tune.legend.drag"), SECOND + 22, 34);
    }
}
