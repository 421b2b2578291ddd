package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.Optional;

/** What an event says of its run, in words. */
final class EventWords {
    private EventWords() {}

    /** The words; "" where it says nothing new. */
    static String of(RunEvent event, Texts texts) {
        return of(event).map(texts::of).orElse("");
    }

    /** The same in any language; empty where it says nothing new. */
    static Optional<Text> of(RunEvent event) {
        if (event instanceof RunEvent.Batch batch) {
            return Optional.of(ofBatch(batch));
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            return say("train.status.evaluating", evaluating.epoch());
        } else if (event instanceof RunEvent.Paused paused) {
            return say("train.status.paused", paused.epoch());
        } else if (event instanceof RunEvent.Resumed resumed) {
            return say("train.status.resumed", resumed.epoch());
        } else if (event instanceof RunEvent.Finished finished) {
            // On all rows there is nothing to be best at.
            String key = finished.metrics().isEmpty() ? "train.status.finished.fit" : "train.status.finished";
            return say(key, finished.bestEpoch(), Numbers.duration(finished.seconds()));
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            return say(
                    cancelled.metrics().isEmpty() ? "train.status.cancelled.fit" : "train.status.cancelled",
                    cancelled.bestEpoch());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            return say("train.status.interrupted", interrupted.message());
        } else if (event instanceof RunEvent.Failed failed) {
            return say("train.status.failed", failed.message());
        }
        return Optional.empty();
    }

    private static Optional<Text> say(String key, Object... arguments) {
        return Optional.of(Text.of(key, arguments));
    }

    private static Text ofBatch(RunEvent.Batch batch) {
        Text phase = Text.of("phase." + batch.phase());
        String left = left(batch);
        return left.isEmpty()
                ? Text.of("train.status.epoch", phase, batch.epoch())
                : Text.of("train.status.batch", phase, batch.epoch(), left);
    }

    /** The time left in words; "" while it is not known. */
    static String left(RunEvent.Batch batch) {
        return EndTime.left(batch);
    }

    /** How far a run is in its epochs, and how long it still takes, at the head of its chart. */
    static String head(RunEvent.Batch batch, double epoch, double planned, Texts texts) {
        String far = texts.get("train.head.epoch", BareNumbers.rounded(epoch, 1), Math.round(planned));
        return left(batch).isEmpty() ? far : texts.get("train.head.left", far, left(batch));
    }
}
