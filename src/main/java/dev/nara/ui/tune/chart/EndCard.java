package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.DifferenceForest;
import dev.nara.chart.Palette;
import dev.nara.search.picture.OutcomePictures;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** The result of a study: the verdict against the preset, the chosen setting and why, the expected figure, and actions. */
final class EndCard extends VBox {
    private static final int MORE_MINUTES = 10;
    private static final double FOREST = 310;
    private static final double ROW = 24;
    private static final int LINES = 3;

    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final EndWords words;
    private final Label compared = new Label();
    private final DrawnChart forest;
    private final VBox differences;
    private final WhatMattered mattered;
    private final Button primary = new Button();
    private final Button test;
    private final Button save;
    private final Button more = new Button();

    EndCard(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        words = new EndWords(texts);
        mattered = new WhatMattered(texts, LINES);
        forest = new DrawnChart(this::draw, texts, Bindings.createBooleanBinding(() -> true), jobs);
        forest.setId("tune-forest");
        forest.accessibleTextProperty().bind(texts.binding("tune.end.forest"));
        forest.follow(model.snapshotProperty(), theme, texts.localeProperty());
        compared.getStyleClass().add("cell-detail");
        differences = new VBox(compared, forest);
        differences.setMinWidth(FOREST);
        differences.setPrefWidth(FOREST);
        primary.setId("tune-primary");
        primary.getStyleClass().add("accent");
        primary.setOnAction(e -> primary());
        test = Tables.button(texts, "tune-test", "tune.end.test", requests::test);
        save = Tables.button(texts, "tune-save-preset", "tune.end.save", this::save);
        more.setId("tune-more-minutes");
        more.setOnAction(e -> requests.steer(new StudyEvent.Extended(MORE_MINUTES, 0)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        setId("tune-end");
        getStyleClass().add("end-card");
        HBox top = new HBox(16, words, differences);
        VBox.setVgrow(top, Priority.ALWAYS);
        getChildren().addAll(top, mattered, buttons());
        model.snapshotProperty().addListener(o -> show());
        model.partProperty().addListener(o -> show());
        texts.localeProperty().addListener(o -> show());
        show();
    }

    private HBox buttons() {
        for (Button button : new Button[] {primary, test, save, more}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        Button report = Tables.button(texts, "tune-report", "tune.end.report", requests::report);
        report.setMinWidth(Region.USE_PREF_SIZE);
        // Buttons that do not fit into one row are in two.
        FlowPane acts = new FlowPane(8, 8, primary, test, save, report);
        acts.setMinWidth(0);
        acts.setPrefWrapLength(0);
        HBox.setHgrow(acts, Priority.ALWAYS);
        HBox buttons = new HBox(8, acts, more);
        buttons.getStyleClass().add("end-buttons");
        return buttons;
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        StudyChoice choice = choice().orElse(null);
        if (study == null || choice == null) {
            return;
        }
        words.show(study, choice);
        compared.setText(texts.get("tune.end.compared", choice.trial()));
        differences.setVisible(choice.trial() > 0 && !choice.against().isEmpty());
        forest.setMinHeight(ROW * (choice.against().size() + 1) + 8);
        forest.setPrefHeight(forest.getMinHeight());
        if (choice.trial() > 0) {
            mattered.show(study, study.trial(choice.trial()).algorithm());
        }
        buttons(study, choice);
    }

    private void buttons(StudySnapshot study, StudyChoice choice) {
        boolean chosen = choice.trial() > 0;
        boolean noise = choice.verdict() == Verdict.NOISE && choice.preset() > 0 && choice.trial() != choice.preset();
        boolean open = choice.verdict() == Verdict.NOT_SETTLED && choice.moreSeeds() > 0;
        primary.setVisible(chosen && (noise || open));
        primary.setText(noise ? texts.get("tune.end.keep") : texts.get("tune.end.seeds", choice.moreSeeds()));
        test.setVisible(chosen);
        test.setDisable(study.phase() == Phase.TESTING);
        test.textProperty().unbind();
        test.setText(study.test()
                .map(result -> texts.get("tune.end.test.again", result.looks()))
                .orElse(texts.get("tune.end.test")));
        test.getStyleClass().remove("accent");
        if (!primary.isVisible()) {
            test.getStyleClass().add("accent");
        }
        save.setVisible(chosen && choice.trial() != choice.preset());
        double gain = study.ahead().gain();
        more.setText(texts.get("tune.end.more", MORE_MINUTES)
                + (Double.isNaN(gain) ? "" : "  " + texts.get("tune.end.gain", Numbers.likelihood(gain))));
    }

    private void primary() {
        choice().ifPresent(choice -> requests.steer(
                choice.verdict() == Verdict.NOISE
                        ? new StudyEvent.ChosenByHand(choice.preset())
                        : new StudyEvent.ConfirmAsked(choice.moreSeeds())));
    }

    private void save() {
        StudySnapshot study = model.snapshotProperty().get();
        if (study != null) {
            study.choice().ifPresent(choice -> requests.savePreset(study.trial(choice.trial())));
        }
    }

    private Optional<StudyChoice> choice() {
        StudySnapshot study = model.snapshotProperty().get();
        return study == null ? Optional.empty() : study.choice();
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        StudyChoice choice = choice().orElse(null);
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null || choice == null
                ? BestSoFar.none(palette)
                : DifferenceForest.of(OutcomePictures.differences(study, choice, locale), palette);
    }
}
