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
 * The result of resuming runs.
 *
 * @param turns how many of the runs were queued, train here, or were requested from another program
 * @param problems why others could not be resumed
 */
record TakenUp(Map<RunQueue.Turn, Integer> turns, List<DataException> problems) {
    /** Resumes one run. */
    @FunctionalInterface
    interface Step {
        RunQueue.Turn on(StoredRun run) throws DataException;
    }

    /** Resumes each run; a failure does not prevent the others. */
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

    /** A sentence for each kind of result, or one saying that there was nothing to resume. */
    String words(Texts texts) {
        List<String> sentences = new ArrayList<>();
        turns.forEach((turn, runs) -> sentences.add(texts.get("resumed." + turn, runs)));
        if (!problems.isEmpty()) {
            sentences.add(texts.get("resumed.not", problems.size()));
        }
        return sentences.isEmpty() ? texts.get("resumed.none") : String.join(" ", sentences);
    }

    /** The first problem. */
    Optional<DataException> problem() {
        return problems.stream().findFirst();
    }
}
