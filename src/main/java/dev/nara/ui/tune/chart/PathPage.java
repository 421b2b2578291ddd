package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.Waterfall;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.picture.OutcomePictures;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.PathStep;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** The path from the preset to the chosen setting, one parameter per step, each step trained with the seeds of the confirmation. */
final class PathPage {
    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Label seeds = new Label();
    private final Label rest = new Label();
    private final DrawnChart chart;
    private final VBox known;
    private final Label none = new Label();
    private final Button ask;
    private final VBox unknown;
    private final Tab tab;

    PathPage(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        StackPane page = new StackPane();
        tab = Tables.page(texts, "tune.page.path", page);
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty(), jobs);
        chart.setId("tune-path");
        chart.accessibleTextProperty().bind(texts.binding("tune.page.path"));
        chart.follow(model.snapshotProperty(), theme, texts.localeProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        seeds.setMinWidth(0);
        seeds.getStyleClass().add("cell-detail");
        rest.setMinWidth(Region.USE_PREF_SIZE);
        rest.getStyleClass().add("cell-detail");
        HBox head = new HBox(12, seeds, gap, rest);
        head.getStyleClass().add("tune-foot");
        VBox.setVgrow(chart, Priority.ALWAYS);
        known = new VBox(head, chart);
        known.getStyleClass().add("tune-page");
        none.getStyleClass().add("empty-text");
        none.setWrapText(true);
        ask = Tables.button(texts, "tune-path-ask", "tune.path.ask", () -> requests.steer(new StudyEvent.PathAsked()));
        ask.managedProperty().bind(ask.visibleProperty());
        unknown = new VBox(10, none, ask);
        unknown.setAlignment(Pos.CENTER);
        page.getChildren().addAll(known, unknown);
        model.snapshotProperty().addListener(o -> show());
        texts.localeProperty().addListener(o -> show());
        show();
    }

    Tab tab() {
        return tab;
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        StudyChoice choice = study == null ? null : study.choice().orElse(null);
        boolean there = study != null
                && choice != null
                && OutcomePictures.path(study, texts.locale()).isPresent();
        known.setVisible(there);
        unknown.setVisible(!there);
        offer(study, choice);
        if (study != null && choice != null && there) {
            seeds.setText(texts.get("tune.path.seeds", choice.seeds()));
            rest.setText(trailing(study.path()));
        }
    }

    /** Whether there is a path from the preset to the chosen setting. */
    static boolean hasWay(@Nullable StudyChoice choice) {
        return choice != null && choice.isConfirmed() && choice.preset() > 0 && choice.trial() != choice.preset();
    }

    /** Says why no path is shown yet, and offers to train it. */
    private void offer(@Nullable StudySnapshot study, @Nullable StudyChoice choice) {
        boolean way = study != null && hasWay(choice);
        boolean trains = study != null && study.doing().path();
        ask.setVisible(way);
        ask.setDisable(trains || study == null || !study.phase().ended());
        if (choice == null) {
            none.setText(texts.get("tune.path.none"));
        } else if (!way || study == null) {
            none.setText(texts.get("tune.path.no.way"));
        } else {
            none.setText(
                    trains
                            ? texts.get("tune.path.trains")
                            : texts.get("tune.path.offer", choice.trial(), choice.seeds()));
        }
    }

    /** Summarises the last steps if several are only noise; "" otherwise. */
    private String trailing(List<PathStep> path) {
        int noise = 0;
        double sum = 0;
        while (noise < path.size() && path.get(path.size() - 1 - noise).verdict() == StudyChoice.Verdict.NOISE) {
            sum += path.get(path.size() - 1 - noise).difference();
            noise++;
        }
        return noise < 2 ? "" : texts.get("tune.path.rest", noise, BareNumbers.signed(sum));
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null
                ? BestSoFar.none(palette)
                : OutcomePictures.path(study, locale)
                        .map(path -> Waterfall.of(path, GoalScale.higherIsBetter(study), palette))
                        .orElseGet(() -> BestSoFar.none(palette));
    }
}
