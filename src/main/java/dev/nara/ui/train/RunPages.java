package dev.nara.ui.train;

import dev.nara.analysis.UpdateSize;
import dev.nara.chart.HealthCurves;
import dev.nara.run.RunEvent;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The strip below the curves with the pages epochs, health, log and settings of the run on screen; three or twelve rows high. */
final class RunPages {
    private static final double HEIGHT = 144;
    private static final int FEW = 3;
    private static final int MANY = 12;

    private final TrainModel model;
    private final Texts texts;
    private final EpochsPage epochs;
    private final StackPane root;
    private final Button unfold = new Button();
    private final Tab health;
    private boolean unfolded;

    RunPages(TrainModel model, Frame frame, SettingsPage.Keeper keeper) {
        this.model = model;
        this.texts = frame.texts();
        epochs = new EpochsPage(model, texts);
        health = new HealthPane(model.epochs(), texts, frame.theme()).tab();
        TabPane pages = new TabPane(
                Tables.page(texts, "train.page.epochs", epochs.table()),
                health,
                Tables.page(texts, "train.page.log", new LogPage(model.detailsProperty(), texts)),
                Tables.page(texts, "train.page.details", new SettingsPage(model.detailsProperty(), texts, keeper)));
        pages.setId("train-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        unfold.setId("pages-unfold");
        unfold.getStyleClass().addAll("flat", "pages-unfold");
        unfold.setContentDisplay(ContentDisplay.RIGHT);
        StackPane.setAlignment(unfold, Pos.TOP_RIGHT);
        root = new StackPane(pages, unfold);
        root.getStyleClass().addAll("card", "strip-card");
        root.setMinHeight(70);
        root.setPrefHeight(HEIGHT);
        model.epochs().addListener((ListChangeListener<RunEvent.EpochDone>) change -> {
            count();
            light();
        });
        model.epochsOfProperty().addListener((o, was, is) -> count());
        texts.localeProperty().addListener((o, was, is) -> count());
        count();
    }

    Region root() {
        return root;
    }

    /** Sizes the strip within the split pane of the curves. */
    void in(SplitPane parts) {
        StripPlace place = new StripPlace(parts, height());
        unfold.setOnAction(e -> {
            unfolded = !unfolded;
            count();
            place.height(height());
        });
    }

    private double height() {
        return unfolded ? HEIGHT + (MANY - FEW) * EpochsPage.ROW : HEIGHT;
    }

    /** Marks the epoch that ends at a value of the horizontal axis; NaN for none. */
    void read(double place) {
        epochs.read(place);
    }

    private void count() {
        int all = model.epochs().size();
        String of = model.epochsOfProperty().get();
        String latest = texts.get("train.latest", Math.min(unfolded ? MANY : FEW, all), all);
        unfold.setText(of.isEmpty() ? latest : of + " · " + latest);
        unfold.setGraphic(Icons.of(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
        unfold.setVisible(all > 0);
    }

    /** The number of model parts whose last update in the latest epoch was unusually large or small. */
    static long unusual(List<RunEvent.EpochDone> epochs) {
        return epochs.isEmpty()
                ? 0
                : epochs.get(epochs.size() - 1).health().entrySet().stream()
                        .filter(part -> part.getKey().startsWith(HealthCurves.UPDATE))
                        .filter(part -> UpdateSize.of(part.getValue()) != UpdateSize.WELL)
                        .count();
    }

    private void light() {
        long unusual = unusual(model.epochs());
        boolean known = !model.epochs().isEmpty();
        health.setGraphic(
                !known
                        ? null
                        : unusual == 0
                                ? Icons.of(Feather.CHECK, "good")
                                : new Label(Long.toString(unusual), Icons.of(Feather.ALERT_TRIANGLE, "warn")));
    }
}
