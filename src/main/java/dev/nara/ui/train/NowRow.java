package dev.nara.ui.train;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** Shows the run that the buttons control, and the buttons to pause and stop it. */
final class NowRow extends HBox {
    private static final double RADIUS = 5;

    private final TrainModel model;
    private final Texts texts;

    NowRow(TrainModel model, Texts texts, Runnable pause, Runnable stop) {
        this.model = model;
        this.texts = texts;
        Label words = Labels.of(Bindings.createStringBinding(
                this::words,
                model.controlledProperty(),
                model.controllableProperty(),
                model.pausingProperty(),
                model.stoppingProperty(),
                model.liveProperty(),
                texts.localeProperty()));
        words.setId("now");
        words.setGraphic(ring());
        words.setMinWidth(0);
        words.disableProperty().bind(model.controllableProperty().not());
        Button pauseButton = button("pause", pause);
        pauseButton
                .textProperty()
                .bind(Bindings.when(model.pausingProperty())
                        .then(texts.binding("train.resume"))
                        .otherwise(texts.binding("now.pause")));
        pauseButton
                .graphicProperty()
                .bind(Bindings.when(model.pausingProperty())
                        .then(Icons.of(Feather.PLAY))
                        .otherwise(Icons.of(Feather.PAUSE)));
        pauseButton.disableProperty().bind(model.pausableProperty().not().or(model.stoppingProperty()));
        Button stopButton = button("stop", stop);
        stopButton.textProperty().bind(texts.binding("now.stop"));
        stopButton.setGraphic(Icons.of(Feather.SQUARE));
        stopButton.disableProperty().bind(model.controllableProperty().not().or(model.stoppingProperty()));
        WhyOff.say(pauseButton, why());
        WhyOff.say(stopButton, why());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("now-row");
        getChildren().addAll(words, gap, pauseButton, stopButton);
    }

    private Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> button.getText() + ", " + words(),
                        button.textProperty(),
                        model.controlledProperty(),
                        texts.localeProperty()));
        return button;
    }

    private ObservableValue<String> why() {
        return Bindings.when(model.stoppingProperty())
                .then(texts.binding("off.stopping"))
                .otherwise(Bindings.when(model.controllableProperty())
                        .then(texts.binding("off.begins"))
                        .otherwise(texts.binding("off.no.training")));
    }

    private String words() {
        long run = model.controlledProperty().get();
        if (!model.controllableProperty().get()) {
            return model.liveProperty().get().keySet().stream()
                    .min(Long::compare)
                    .map(other -> texts.get("now.other", other))
                    .orElseGet(() -> texts.get("now.none"));
        }
        if (run == 0) {
            return texts.get("now.begins");
        }
        return texts.get(
                model.stoppingProperty().get()
                        ? "now.stopping"
                        : model.pausingProperty().get() ? "now.paused" : "now.training",
                run);
    }

    /** The ring that shows the share of the run that is done. */
    private Pane ring() {
        Circle whole = new Circle(RADIUS + 1.5, RADIUS + 1.5, RADIUS);
        whole.getStyleClass().add("ring-whole");
        Arc done = new Arc(RADIUS + 1.5, RADIUS + 1.5, RADIUS, RADIUS, 90, 0);
        done.setType(ArcType.OPEN);
        done.getStyleClass().add("ring-done");
        done.lengthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> -360 * share(), model.liveProperty(), model.controlledProperty()));
        Pane ring = new Pane(whole, done);
        ring.visibleProperty().bind(model.controllableProperty());
        return ring;
    }

    private double share() {
        LiveRun live = model.liveProperty().get().get(model.controlledProperty().get());
        return live == null || Double.isNaN(live.done()) ? 0 : live.done();
    }
}
