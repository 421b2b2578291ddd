package dev.nara.ui.child;

import dev.nara.chart.RankCurves;
import dev.nara.store.WatchedListLog;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.fx.ChartViewer;

/** How the chosen child's items to find have moved while the model learnt, if the child is watched. */
final class LearningPane extends StackPane {
    private final ChildModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Label empty = new Label();
    private boolean stale = true;

    LearningPane(ChildModel model, Texts texts, ObjectProperty<Theme> theme) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        setId("child-learning");
        empty.textProperty().bind(texts.binding("child.learning.empty"));
        empty.getStyleClass().add("empty-text");
        empty.setWrapText(true);
        model.momentsProperty().addListener((o, was, is) -> changed());
        model.momentProperty().addListener((o, was, is) -> changed());
        theme.addListener((o, was, is) -> changed());
        texts.localeProperty().addListener((o, was, is) -> changed());
        // Drawn only while its page is open.
        model.learningSeenProperty().addListener((o, was, is) -> drawIfSeen());
        getChildren().setAll(empty);
    }

    private void changed() {
        stale = true;
        drawIfSeen();
    }

    /** Draws anew what has changed, if the page is open. */
    private void drawIfSeen() {
        if (!stale || !model.learningSeenProperty().get()) {
            return;
        }
        stale = false;
        List<WatchedListLog.Moment> moments = model.momentsProperty().get();
        if (moments.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        int at = Math.min(model.momentProperty().get(), moments.size() - 1);
        ChartViewer viewer = Charts.viewer(
                RankCurves.of(
                        moments.stream()
                                .map(m -> new RankCurves.Moment(m.epoch(), m.loss(), m.ranks()))
                                .toList(),
                        moments.get(Math.max(0, at)).epoch(),
                        theme.get().palette(),
                        texts.locale()),
                texts);
        getChildren().setAll(viewer);
    }
}
