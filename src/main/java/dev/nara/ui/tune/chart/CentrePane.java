package dev.nara.ui.tune.chart;

import dev.nara.search.picture.StudyTrouble;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The middle of the workspace: the best figure so far, or the result once the study has ended, and pages below. Alt with left or right
 * changes the page.
 */
public final class CentrePane extends StackPane {
    private static final double TOP = 286;
    private static final double SHARE = .44;
    /** Below this width, in pixels, the colour scale would cover the names of the pages. */
    private static final double SCALED = 640;

    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final VBox column = new VBox();
    private final StackPane top = new StackPane();
    private final TabPane pages = new TabPane();
    private final StackPane bestPage = new StackPane();
    private final BestPane best;
    private final EndCard end;
    private final Tab bestTab;
    private final Tab path;
    private final Tab parallel;
    private final Tab map;
    private final ScaleBar scale;
    private final Label trouble = new Label();
    private final Label empty;
    private boolean ended;

    public CentrePane(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        scale = new ScaleBar(texts);
        setId("tune-centre");
        getStyleClass().add("tune-centre");
        bestTab = Tables.page(texts, "tune.page.best", bestPage);
        best = new BestPane(model, texts, theme, requests, Bindings.createBooleanBinding(() -> true), jobs);
        end = new EndCard(model, texts, theme, requests, jobs);
        path = new PathPage(model, texts, theme, requests, jobs).tab();
        parallel = new ParallelPage(model, texts, theme, requests, jobs).tab();
        map = new MapPage(model, texts, theme, requests, jobs).tab();
        empty = Labels.wrapped(texts.binding("tune.empty"), "empty-text");
        empty.setId("tune-empty");
        top.getChildren().setAll(best);
        top.getStyleClass().add("tune-top");
        Tab curves = new TrialCurvesPage(model, texts, theme, jobs).tab();
        Tab importance = new ImportancePage(model, texts, theme, jobs).tab();
        column.getChildren().addAll(top, trouble(), pages(List.of(curves, parallel, map, importance, path)));
        getChildren().addAll(column, empty);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        heightProperty().addListener(o -> arrange());
        widthProperty().addListener(o -> scaled());
        model.snapshotProperty().addListener(o -> show());
        model.metricProperty().addListener(o -> scaled());
        theme.addListener(o -> scaled());
        pages.getSelectionModel().selectedItemProperty().addListener(o -> scaled());
        texts.localeProperty().addListener(o -> show());
        show();
    }

    /** The pages, with the colour scale beside their names. */
    private StackPane pages(List<Tab> tabs) {
        pages.setId("tune-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.getTabs().addAll(tabs);
        pages.getSelectionModel().select(parallel);
        StackPane below = new StackPane(pages, scale);
        StackPane.setAlignment(scale, Pos.TOP_RIGHT);
        StackPane.setMargin(scale, new Insets(11, 12, 0, 0));
        VBox.setVgrow(below, Priority.ALWAYS);
        return below;
    }

    private Label trouble() {
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.getStyleClass().addAll("warning-text", "tune-foot");
        trouble.setId("tune-trouble");
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        return trouble;
    }

    /** Shows the colour scale on the two pages that use it. */
    private void scaled() {
        StudySnapshot study = model.snapshotProperty().get();
        Tab page = pages.getSelectionModel().getSelectedItem();
        boolean coloured = page == parallel || page == map;
        scale.setVisible(study != null && coloured && getWidth() > SCALED);
        if (study != null && coloured) {
            scale.show(study, model, Colours.of(theme.get()));
        }
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        boolean there = study != null && !(study.id() == 0 && study.trials().isEmpty());
        column.setVisible(there);
        empty.setVisible(!there);
        trouble.setText(
                study == null ? "" : StudyTrouble.of(study).map(texts::of).orElse(""));
        scaled();
        boolean over = study != null && study.choice().isPresent();
        if (over != ended) {
            ended = over;
            if (study != null && over) {
                top.getChildren().setAll(end);
                bestPage.getChildren().setAll(best);
                pages.getTabs().add(0, bestTab);
                pages.getSelectionModel().select(PathPage.hasWay(study.choice().orElse(null)) ? path : bestTab);
            } else {
                pages.getTabs().remove(bestTab);
                top.getChildren().setAll(best);
            }
            arrange();
        }
    }

    /** Sets the height: a share for the chart of the best figure, or what the result needs. */
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
