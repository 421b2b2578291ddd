package dev.nara.ui.tune;

import dev.nara.chart.BestSoFar;
import dev.nara.search.picture.OutcomePictures;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** How much each parameter matters, and where the best trials lie along those that do and those that do not. */
final class ImportancePage {
    private static final int MOST = 9;

    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final DrawnChart chart;
    private final WhatMattered words;
    private final Label none;
    private final VBox known;
    private final Tab tab;

    ImportancePage(TuneModel model, Texts texts, ObjectProperty<Theme> theme) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        StackPane page = new StackPane();
        tab = Tables.page(texts, "tune.page.importance", page);
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty());
        chart.setId("tune-importance");
        chart.accessibleTextProperty().bind(texts.binding("tune.page.importance"));
        chart.follow(model.snapshotProperty(), model.partProperty(), theme, texts.localeProperty());
        words = new WhatMattered(texts, MOST);
        none = Labels.wrapped(texts.binding("tune.importance.none"), "empty-text");
        VBox.setVgrow(chart, Priority.ALWAYS);
        known = new VBox(chart, words);
        known.getStyleClass().add("tune-page");
        page.getChildren().addAll(known, none);
        model.snapshotProperty().addListener(o -> show());
        model.partProperty().addListener(o -> show());
        texts.localeProperty().addListener(o -> show());
        show();
    }

    Tab tab() {
        return tab;
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        boolean told = study != null
                && !OutcomePictures.shares(study, model.partProperty().get(), texts.locale())
                        .isEmpty();
        known.setVisible(told);
        none.setVisible(!told);
        if (study != null && told) {
            words.show(study, model.partProperty().get());
        }
    }

    private JFreeChart draw() {
        StudySnapshot study = model.snapshotProperty().get();
        return study == null
                ? BestSoFar.none(theme.get().palette())
                : OutcomePictures.importance(
                        study, model.partProperty().get(), theme.get().palette(), texts.locale());
    }
}
