package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import javafx.scene.layout.StackPane;

/** Says why no run is listed: there is none, the runs are being read, the search hides all of them, or reading failed. */
final class RailEmpty extends StackPane {
    private final Texts texts;
    private final Runnable again;
    private final Runnable clear;
    private Runnable train = () -> {};

    RailEmpty(Texts texts, Runnable again, Runnable clear) {
        this.texts = texts;
        this.again = again;
        this.clear = clear;
    }

    void onTrain(Runnable handler) {
        train = handler;
    }

    /** The runs are being read for the first time. */
    void reading() {
        getChildren().setAll(new Placeholder(texts).loadingSoon(Text.of("rail.reading")));
    }

    /** The runs could not be read. */
    void failed(Throwable error) {
        Text why =
                error instanceof DataException wrong ? wrong.problem() : Text.of("rail.failed", String.valueOf(error));
        getChildren().setAll(new Placeholder(texts).failed(why, new Placeholder.Step(Text.of("rail.again"), again)));
    }

    /** The runs were read; {@code none} says that there are none. */
    void read(boolean none, String search) {
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
