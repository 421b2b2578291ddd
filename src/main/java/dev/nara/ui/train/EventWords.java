package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;

/** What an event says of its run, in words. */
final class EventWords {
    private EventWords() {}

    /** The words; "" where it says nothing new. */
    static String of(RunEvent event, Texts texts) {
        if (event instanceof RunEvent.Batch batch) {
            return ofBatch(batch, texts);
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            return texts.get("train.status.evaluating", evaluating.epoch());
        } else if (event instanceof RunEvent.Paused paused) {
            return texts.get("train.status.paused", paused.epoch());
        } else if (event instanceof RunEvent.Resumed resumed) {
            return texts.get("train.status.resumed", resumed.epoch());
        } else if (event instanceof RunEvent.Finished finished) {
            // On all rows there is nothing to be best at.
            String key = finished.metrics().isEmpty() ? "train.status.finished.fit" : "train.status.finished";
            return texts.get(key, finished.bestEpoch(), Numbers.duration(finished.seconds()));
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            return texts.get(
                    cancelled.metrics().isEmpty() ? "train.status.cancelled.fit" : "train.status.cancelled",
                    cancelled.bestEpoch());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            return interrupted.message();
        } else if (event instanceof RunEvent.Failed failed) {
            return texts.get("train.status.failed", failed.message());
        }
        return "";
    }

    private static String ofBatch(RunEvent.Batch batch, Texts texts) {
        Text phase = Text.of("phase." + batch.phase());
        String left = left(batch);
        return left.isEmpty()
                ? texts.get("train.status.epoch", phase, batch.epoch())
                : texts.get("train.status.batch", phase, batch.epoch(), left);
    }

    /** The time left in words; "" while it is not known. */
    static String left(RunEvent.Batch batch) {
        return Double.isNaN(batch.secondsLeft()) ? "" : Numbers.duration(batch.secondsLeft());
    }
}
