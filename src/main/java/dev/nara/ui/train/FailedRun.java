package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why a run failed, and the learning rate at which one that diverged may not. */
final class FailedRun {
    private static final String RATE = "learning_rate";
    /** Of the rate that was too high. */
    private static final double SHARE = .25;

    private FailedRun() {}

    /** Why a run failed or was interrupted, and what is kept of it. */
    static String words(RunEvent trouble, int epochs, Texts texts) {
        if (!(trouble instanceof RunEvent.Failed failed) || !failed.diverged()) {
            return EventWords.of(trouble, texts);
        }
        return failed.bestEpoch() == 0
                ? texts.get("train.failed.diverged", epochs + 1)
                : texts.get("train.failed.diverged.kept", epochs + 1, failed.bestEpoch());
    }

    /** The lower rate in words; empty where the run has none. */
    static Optional<String> rate(StoredRun run) {
        return lower(run.spec()).map(rate -> BareNumbers.value(Double.toString(rate)));
    }

    /** The same settings at the lower rate. */
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
