package dev.nara.ui.train;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form of the next run with what it will take, and the buttons; a bar with Start where there is no room for it. */
final class FormCard extends StackPane {
    static final double WIDTH = 312;
    private static final double BAR = 36;

    private final TrainModel model;
    private final SettingsPane settings;
    private final Texts texts;
    private final Node open;
    private final Node bar;

    FormCard(TrainModel model, SettingsPane settings, Texts texts, Runnable start, Runnable pause, Runnable stop) {
        this.model = model;
        this.settings = settings;
        this.texts = texts;
        getStyleClass().addAll("card", "form-card");
        open = open(start, pause, stop);
        bar = bar(start);
        getChildren().setAll(open, bar);
        fold(false);
    }

    /** Makes it a bar, or a form again. */
    void fold(boolean folded) {
        open.setVisible(!folded);
        open.setManaged(!folded);
        bar.setVisible(folded);
        bar.setManaged(folded);
        double width = folded ? BAR : WIDTH;
        setMinWidth(width);
        setPrefWidth(width);
    }

    private Node bar(Runnable start) {
        Button unfold =
                Icons.button("form-unfold", Feather.SLIDERS, texts.binding("train.form.unfold"), () -> fold(false));
        Button go = Icons.button("form-start", Feather.PLAY, texts.binding("action.start"), start);
        return new VBox(unfold, go);
    }

    private Node open(Runnable start, Runnable pause, Runnable stop) {
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label forecast = new Label();
        forecast.setId("forecast");
        forecast.textProperty().bind(model.forecastProperty());
        forecast.getStyleClass().addAll("cell-detail", "forecast");
        forecast.setWrapText(true);
        forecast.setMinHeight(Region.USE_PREF_SIZE);
        Label warnings = new Label();
        warnings.setId("form-warnings");
        warnings.textProperty().bind(model.warningsProperty());
        warnings.getStyleClass().addAll("field-warning", "forecast");
        warnings.managedProperty().bind(warnings.textProperty().isNotEmpty());
        warnings.setWrapText(true);
        warnings.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(scroll, warnings, forecast, coming(), buttons(start, pause, stop));
    }

    private Node buttons(Runnable start, Runnable pause, Runnable stop) {
        Button startButton = new Button();
        startButton.setId("start");
        startButton.setDefaultButton(true);
        startButton
                .textProperty()
                .bind(Bindings.when(model.runningProperty())
                        .then(texts.binding("train.enqueue"))
                        .otherwise(texts.binding("action.start")));
        startButton
                .disableProperty()
                .bind(model.preparingProperty()
                        .or(settings.problemsProperty().greaterThan(0))
                        .or(model.comingProperty().isNotEmpty()));
        startButton.setOnAction(e -> start.run());
        Button pauseButton = new Button();
        pauseButton.setId("pause");
        pauseButton
                .textProperty()
                .bind(Bindings.when(model.pausingProperty())
                        .then(texts.binding("train.resume"))
                        .otherwise(texts.binding("action.pause")));
        pauseButton.disableProperty().bind(model.pausableProperty().not().or(model.stoppingProperty()));
        pauseButton.setOnAction(e -> pause.run());
        Button stopButton = new Button();
        stopButton.setId("stop");
        stopButton.textProperty().bind(texts.binding("action.stop"));
        stopButton.disableProperty().bind(model.controllableProperty().not().or(model.stoppingProperty()));
        stopButton.setOnAction(e -> stop.run());
        Label problems = new Label();
        problems.getStyleClass().add("field-problem");
        problems.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problemText(settings.problemsProperty().get()),
                        settings.problemsProperty(),
                        texts.localeProperty()));
        HBox bar = new HBox(startButton, pauseButton, stopButton, problems);
        bar.getStyleClass().add("button-row");
        return bar;
    }

    private String problemText(int count) {
        return count == 0 ? "" : "⚠ " + texts.get("train.problems", count);
    }

    /** That a run has to wait for the data that is being read. */
    private Label coming() {
        Label coming = Labels.wrapped(
                Bindings.createStringBinding(
                        () -> model.comingProperty().get().isEmpty()
                                ? ""
                                : "… "
                                        + texts.get(
                                                "train.coming",
                                                model.comingProperty().get()),
                        model.comingProperty(),
                        texts.localeProperty()),
                "forecast");
        coming.setId("data-coming");
        coming.managedProperty().bind(coming.textProperty().isNotEmpty());
        return coming;
    }
}
