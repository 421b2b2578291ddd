package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The middle of the workspace: the best so far, or what the study came to once it has ended, and below it pages. Alt with left and right
 * goes from page to page.
 */
final class CentrePane extends StackPane {
    private static final double TOP = 286;
    private static final double SHARE = .44;

    private final TuneModel model;
    private final VBox column = new VBox();
    private final StackPane top = new StackPane();
    private final TabPane pages = new TabPane();
    private final StackPane bestPage = new StackPane();
    private final BestPane best;
    private final EndCard end;
    private final Tab bestTab;
    private final Tab path;
    private final Label empty;
    private boolean ended;

    CentrePane(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        setId("tune-centre");
        getStyleClass().add("tune-centre");
        bestTab = Tables.page(texts, "tune.page.best", bestPage);
        best = new BestPane(model, texts, theme, requests, Bindings.createBooleanBinding(() -> true));
        end = new EndCard(model, texts, theme, requests);
        path = new PathPage(model, texts, theme).tab();
        pages.setId("tune-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Tab parallel = new ParallelPage(model, texts, theme, requests).tab();
        pages.getTabs()
                .addAll(List.of(
                        new TrialCurvesPage(model, texts, theme).tab(),
                        parallel,
                        new MapPage(model, texts, theme, requests, jobs).tab(),
                        new ImportancePage(model, texts, theme).tab(),
                        path));
        pages.getSelectionModel().select(parallel);
        VBox.setVgrow(pages, Priority.ALWAYS);
        empty = Labels.wrapped(texts.binding("tune.empty"), "empty-text");
        top.getChildren().setAll(best);
        top.getStyleClass().add("tune-top");
        column.getChildren().addAll(top, pages);
        getChildren().addAll(column, empty);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        heightProperty().addListener(o -> arrange());
        model.snapshotProperty().addListener(o -> show());
        show();
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        boolean there = study != null && !(study.id() == 0 && study.trials().isEmpty());
        column.setVisible(there);
        empty.setVisible(!there);
        boolean over = study != null && study.choice().isPresent();
        if (over != ended) {
            ended = over;
            if (over) {
                top.getChildren().setAll(end);
                bestPage.getChildren().setAll(best);
                pages.getTabs().add(0, bestTab);
                pages.getSelectionModel().select(path);
            } else {
                pages.getTabs().remove(bestTab);
                top.getChildren().setAll(best);
            }
            arrange();
        }
    }

    /** The best so far has its share of the height; the card takes what its words need. */
    private void arrange() {
        double height = ended ? USE_COMPUTED_SIZE : Math.max(TOP, SHARE * getHeight());
        top.setMinHeight(ended ? USE_PREF_SIZE : height);
        top.setPrefHeight(height);
        top.setMaxHeight(ended ? USE_PREF_SIZE : height);
    }

    private void key(KeyEvent event) {
        boolean next = event.getCode() == KeyCode.RIGHT;
        if (event.isAltDown() && (next || event.getCode() == KeyCode.LEFT)) {
            int count = pages.getTabs().size();
            int at = pages.getSelectionModel().getSelectedIndex();
            pages.getSelectionModel().select((at + (next ? 1 : count - 1)) % count);
            event.consume();
        }
    }
}
