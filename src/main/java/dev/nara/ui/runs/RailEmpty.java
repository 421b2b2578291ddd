package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;

/** Says why no run is listed: there is none, the runs are being read, the search hides all of them, or reading failed. */
final class RailEmpty extends StackPane {
    private final Texts texts;
    private final Runnable again;
    private final Runnable clear;
    private final ObservableValue<?> opened;
    private Runnable train = () -> {};
    private Runnable open = () -> {};
    private boolean none;

    /** Without runs, the next step depends on whether data is open. */
    RailEmpty(Texts texts, ObservableValue<?> opened, Runnable again, Runnable clear) {
        this.texts = texts;
        this.opened = opened;
        this.again = again;
        this.clear = clear;
        opened.addListener((o, was, is) -> {
            if (none) {
                read(true, "");
            }
        });
    }

    /** What is offered without runs: to open data, or to train on what is open. */
    void steps(Runnable toOpen, Runnable toTrain) {
        open = toOpen;
        train = toTrain;
    }

    /** The runs are being read for the first time. */
    void reading() {
        getChildren().setAll(new Placeholder(texts).loadingSoon(Text.of("rail.reading")));
    }

    /** The runs could not be read. */
    void failed(Throwable error) {
        none = false;
        Text why =
                error instanceof DataException wrong ? wrong.problem() : Text.of("rail.failed", String.valueOf(error));
        getChildren().setAll(new Placeholder(texts).failed(why, new Placeholder.Step(Text.of("rail.again"), again)));
    }

    /** The runs were read; {@code without} says that there are none. */
    void read(boolean without, String search) {
        none = without;
        Placeholder words = new Placeholder(texts);
        getChildren()
                .setAll(
                        none
                                ? none(words)
                                : words.filtered(
                                        Text.of("rail.hidden", search),
                                        new Placeholder.Step(Text.of("rail.clear"), clear)));
    }

    private Placeholder none(Placeholder words) {
        return opened.getValue() == null
                ? words.empty(
                        Text.of("runs.empty.no.data"), new Placeholder.Step(Text.of("rail.open"), () -> open.run()))
                : words.empty(Text.of("runs.empty"), new Placeholder.Step(Text.of("rail.train"), () -> train.run()));
    }
}
