package dev.nara.ui.child;

import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Plays the epochs in sequence, and shows which one is on screen. */
final class PlayButton extends HBox {
    private static final double AN_EPOCH = 900;
    private static final double WIDTH = 128;

    private final ChildModel model;
    private final Texts texts;
    private final Button button = new Button();
    private final Region sign = new Region();
    private final Label epoch = new Label();
    private final Label of = new Label();
    private final Timeline playing = new Timeline(new KeyFrame(Duration.millis(AN_EPOCH), e -> next()));

    PlayButton(ChildModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("play-box");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        playing.setCycleCount(Timeline.INDEFINITE);
        button.setId("child-play");
        button.getStyleClass().add("play-button");
        button.setGraphic(sign);
        button.setOnAction(e -> toggle());
        epoch.getStyleClass().add("card-title");
        of.getStyleClass().add("card-detail");
        getChildren().setAll(button, new VBox(epoch, of));
        model.epochs().shownProperty().addListener((o, was, is) -> show());
        model.epochs().momentsProperty().addListener((o, was, is) -> show());
        model.runProperty().addListener((o, was, is) -> show());
        model.liveProperty().addListener((o, was, is) -> show());
        model.chosenProperty().addListener((o, was, is) -> stop());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    /** Plays from the epoch on screen, or from the first if that is the last; stops if it is playing. */
    void toggle() {
        if (playing()) {
            stop();
            return;
        }
        List<Integer> all = model.epochs().all();
        if (all.size() < 2) {
            return;
        }
        if (model.epochs().shownProperty().get() == all.get(all.size() - 1)) {
            model.epochs().look(all.get(0));
        }
        playing.playFromStart();
        show();
    }

    private boolean playing() {
        return playing.getStatus() == Timeline.Status.RUNNING;
    }

    private void stop() {
        playing.stop();
        show();
    }

    private void next() {
        List<Integer> all = model.epochs().all();
        model.epochs().step(1);
        if (all.isEmpty() || model.epochs().shownProperty().get() == all.get(all.size() - 1)) {
            stop();
        }
    }

    private void show() {
        int shown = model.epochs().shownProperty().get();
        sign.getStyleClass().setAll(playing() ? "pause-glyph" : "play-glyph");
        button.setAccessibleText(texts.get(playing() ? "child.pause" : "child.play"));
        button.setDisable(model.epochs().all().size() < 2);
        epoch.setText(shown == 0 ? "" : texts.get("child.epoch", shown));
        of.setText(shown == 0 ? "" : texts.get("child.of.epochs", EpochScrubber.epochs(model)));
    }
}
