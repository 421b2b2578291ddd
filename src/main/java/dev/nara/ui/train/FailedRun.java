package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The message about a run that failed, and the lower learning rate to try if it diverged. */
final class FailedRun {
    private static final String RATE = "learning_rate";
    /** The factor from the rate that was too high to the one to try. */
    private static final double SHARE = .25;

    private FailedRun() {}

    /** Why a run failed or was interrupted, and which results were kept. */
    static String words(RunEvent trouble, int epochs, Texts texts) {
        if (!(trouble instanceof RunEvent.Failed failed) || !failed.diverged()) {
            return EventWords.trouble(trouble).map(texts::of).orElse("");
        }
        return failed.bestEpoch() == 0
                ? texts.get("train.failed.diverged", epochs + 1)
                : texts.get("train.failed.diverged.kept", epochs + 1, failed.bestEpoch());
    }

    /** The lower rate as text; empty if the run has no learning rate. */
    static Optional<String> rate(StoredRun run) {
        return lower(run.spec()).map(rate -> BareNumbers.value(Double.toString(rate)));
    }

    /** The same settings with the lower rate. */
    static RunSpec again(RunSpec spec) {
        Map<String, String> values = new HashMap<>(spec.values());
        lower(spec).ifPresent(rate -> values.put(RATE, Double.toString(rate)));
        return spec.change().values(values).spec();
    }

    private static Optional<Double> lower(RunSpec spec) {
        try {
            return Optional.ofNullable(spec.values().get(RATE)).map(rate -> Double.parseDouble(rate) * SHARE);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
