package dev.nara.ui.tune.chart;

import dev.nara.chart.StudyMark;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import dev.nara.ui.tune.model.TrialMark;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.HBox;

/** The legend of the symbols of trials. */
final class MarkLegend extends HBox {
    private static final double SIZE = 14;
    private static final double RADIUS = 3.6;

    private final Map<StudyMark, Canvas> marks = new EnumMap<>(StudyMark.class);

    MarkLegend(Texts texts, ObjectProperty<Theme> theme) {
        getStyleClass().add("mark-legend");
        for (StudyMark mark : StudyMark.values()) {
            Canvas canvas = new Canvas(SIZE, SIZE);
            marks.put(mark, canvas);
            HBox item = new HBox(3, canvas, Labels.whole(texts.binding(key(mark)), "cell-detail"));
            item.getStyleClass().add("mark");
            Tips.on(item, texts.binding("trialmark." + mark));
            getChildren().add(item);
        }
        theme.addListener((o, was, is) -> draw(is));
        draw(theme.get());
    }

    private static String key(StudyMark mark) {
        return switch (mark) {
            case FINISHED -> "tune.mark.finished";
            case ALIVE -> "tune.mark.alive";
            case DROPPED -> "tune.mark.dropped";
            case OUT_OF_LIMIT -> "tune.mark.out";
            case FAILED -> "tune.mark.failed";
            case YOURS -> "tune.mark.yours";
        };
    }

    private void draw(Theme theme) {
        Colours colours = Colours.of(theme);
        marks.forEach((mark, canvas) -> {
            canvas.getGraphicsContext2D().clearRect(0, 0, SIZE, SIZE);
            TrialMark.draw(
                    mark,
                    canvas.getGraphicsContext2D(),
                    SIZE / 2,
                    SIZE / 2 + 1,
                    RADIUS,
                    TrialMark.colour(mark, colours));
        });
    }
}
