package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.ShareBars;
import dev.nara.search.picture.OutcomePictures;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.tune.model.TuneModel;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** The page on the importance of each parameter, and where the best trials are along important and unimportant ones. */
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

    ImportancePage(TuneModel model, Texts texts, ObjectProperty<Theme> theme, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        StackPane page = new StackPane();
        tab = Tables.page(texts, "tune.page.importance", page);
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty(), jobs);
        chart.setId("tune-importance");
        chart.accessibleTextProperty().bind(texts.binding("tune.page.importance"));
        chart.follow(model.snapshotProperty(), model.partProperty(), theme, texts.localeProperty());
        words = new WhatMattered(texts, MOST);
        none = Labels.wrapped(texts.binding("tune.importance.none"), "empty-text");
        VBox.setVgrow(chart, Priority.ALWAYS);
        known = new VBox(chart, words);
        known.getStyleClass().add("tune-page");
        page.getChildren().addAll(known, none);
        WhenVisible telling = new WhenVisible(tab.selectedProperty(), this::show);
        model.snapshotProperty().addListener(o -> telling.due());
        model.partProperty().addListener(o -> telling.due());
        texts.localeProperty().addListener(o -> telling.due());
        telling.due();
    }

    Tab tab() {
        return tab;
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        boolean hasShares = study != null
                && !OutcomePictures.shares(study, model.partProperty().get(), texts.locale())
                        .isEmpty();
        known.setVisible(hasShares);
        none.setVisible(!hasShares);
        if (study != null && hasShares) {
            words.show(study, model.partProperty().get());
        }
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        String part = model.partProperty().get();
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null
                ? BestSoFar.none(palette)
                : ShareBars.of(OutcomePictures.shares(study, part, locale), palette);
    }
}
