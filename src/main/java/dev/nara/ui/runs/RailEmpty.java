package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Why no run is listed: none is there, they are being read, what is looked for hides them, or they could not be read. */
final class RailEmpty extends StackPane {
    /** Reading that takes less is not spoken of. */
    private static final Duration PATIENCE = Duration.millis(500);

    private final Texts texts;
    private final Runnable again;
    private final Runnable clear;
    private Runnable train = () -> {};
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    RailEmpty(Texts texts, Runnable again, Runnable clear) {
        this.texts = texts;
        this.again = again;
        this.clear = clear;
        patience.setOnFinished(
                e -> getChildren().setAll(new Placeholder(texts).loading(Text.of("rail.reading"), null)));
    }

    void onTrain(Runnable handler) {
        train = handler;
    }

    /** They are being read for the first time. */
    void reading() {
        getChildren().clear();
        patience.playFromStart();
    }

    /** They could not be read. */
    void failed(Throwable error) {
        patience.stop();
        Text why =
                error instanceof DataException wrong ? wrong.problem() : Text.of("rail.failed", String.valueOf(error));
        getChildren().setAll(new Placeholder(texts).failed(why, new Placeholder.Step(Text.of("rail.again"), again)));
    }

    /** They were read; {@code none} says that there are none at all. */
    void read(boolean none, String search) {
        patience.stop();
        Placeholder words = new Placeholder(texts);
        getChildren()
                .setAll(
                        none
                                ? words.empty(
                                        Text.of("runs.empty"),
                                        new Placeholder.Step(Text.of("rail.train"), () -> train.run()))
                                : words.filtered(
                                        Text.of("rail.hidden", search),
                                        new Placeholder.Step(Text.of("rail.clear"), clear)));
    }
}
