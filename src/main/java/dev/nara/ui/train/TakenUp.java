package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of runs that were to go on.
 *
 * @param turns how many of them wait, train here, or were asked for elsewhere
 * @param problems why others cannot
 */
record TakenUp(Map<RunQueue.Turn, Integer> turns, List<DataException> problems) {
    /** Takes up one of them. */
    @FunctionalInterface
    interface Step {
        RunQueue.Turn on(StoredRun run) throws DataException;
    }

    /** Does it with each; one that cannot go on holds up none of the others. */
    static TakenUp of(List<StoredRun> runs, Step step) {
        Map<RunQueue.Turn, Integer> turns = new TreeMap<>();
        List<DataException> problems = new ArrayList<>();
        for (StoredRun run : runs) {
            try {
                turns.merge(step.on(run), 1, Integer::sum);
            } catch (DataException e) {
                problems.add(e);
            }
        }
        return new TakenUp(turns, problems);
    }

    /** A sentence for each; that there was nothing to take up where there were none. */
    String words(Texts texts) {
        List<String> sentences = new ArrayList<>();
        turns.forEach((turn, runs) -> sentences.add(texts.get("resumed." + turn, runs)));
        if (!problems.isEmpty()) {
            sentences.add(texts.get("resumed.not", problems.size()));
        }
        return sentences.isEmpty() ? texts.get("resumed.none") : String.join(" ", sentences);
    }

    /** The first thing that was wrong. */
    Optional<DataException> problem() {
        return problems.stream().findFirst();
    }
}
