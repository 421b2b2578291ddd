package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.Optional;

/** Describes events of runs. */
final class EventWords {
    private EventWords() {}

    /** The description of an event of a run with these settings; "" if it says nothing new. */
    static String of(RunEvent event, RunSpec spec, Texts texts) {
        return of(event, spec).map(texts::of).orElse("");
    }

    /** The same, not yet in a language; empty if it says nothing new. */
    static Optional<Text> of(RunEvent event, RunSpec spec) {
        if (event instanceof RunEvent.Batch batch) {
            return Optional.of(ofBatch(batch));
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            return evaluating.atEnd()
                    ? say("train.status.testing")
                    : say("train.status.evaluating", evaluating.epoch());
        } else if (event instanceof RunEvent.Paused paused) {
            return after("train.status.paused", paused.epoch());
        } else if (event instanceof RunEvent.Resumed resumed) {
            return after("train.status.resumed", resumed.epoch());
        } else if (event instanceof RunEvent.Finished finished) {
            // A run on all rows has no best epoch, nor has one of so many epochs.
            String key = finished.metrics().isEmpty() ? ".fit" : spec.fixed() ? ".fixed" : "";
            return say("train.status.finished" + key, finished.bestEpoch(), Numbers.duration(finished.seconds()));
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            return say(
                    cancelled.metrics().isEmpty() || spec.fixed()
                            ? "train.status.cancelled.fit"
                            : "train.status.cancelled",
                    cancelled.bestEpoch());
        }
        return trouble(event);
    }

    /** Why a run failed or was interrupted; empty if it was not. */
    static Optional<Text> trouble(RunEvent event) {
        if (event instanceof RunEvent.Interrupted interrupted) {
            return say("train.status.interrupted", interrupted.message());
        } else if (event instanceof RunEvent.Failed failed) {
            return say("train.status.failed", failed.message());
        }
        return Optional.empty();
    }

    /** The text for an event after an epoch, or within the first one. */
    private static Optional<Text> after(String key, int epoch) {
        return epoch == 0 ? say(key + ".first") : say(key, epoch);
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

    /** The time left as text; "" while it is unknown. */
    static String left(RunEvent.Batch batch) {
        return EndTime.left(batch);
    }

    /**
     * The status at the head of a run's chart: the epoch, the share of it that is done, and the time left.
     *
     * @param epoch the run's progress in epochs, including pretraining and the share of the current epoch
     */
    static String head(RunEvent.Batch batch, double epoch, double planned, Texts texts) {
        double share = batch.done() / (double) Math.max(1, batch.total());
        String far = texts.get(
                "train.head.epoch", Math.round(epoch - share) + 1, Math.round(planned), (int) Math.floor(100 * share));
        return left(batch).isEmpty() ? far : texts.get("train.head.left", far, left(batch));
    }
}
