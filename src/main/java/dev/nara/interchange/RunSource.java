package dev.nara.interchange;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source of exported runs.
 *
 * @param store of the runs
 * @param locale of the texts
 */
public record RunSource(Services services, RunStore store, Locale locale) {
    private static final Logger LOG = LoggerFactory.getLogger(RunSource.class);

    /**
     * The data of a run.
     *
     * @throws DataException if the data is missing or was changed
     */
    Dataset dataset(StoredRun run) throws DataException {
        Dataset dataset = services.data(run, Progress.NONE).dataset();
        if (!dataset.has(run.spec().fingerprint())) {
            throw new DataException(
                    dataset.path(), Text.of("run.other.data", run.id()), Text.of("weights.mismatch.remedy"));
        }
        return dataset;
    }

    /** The ids of the weights' rows, if the run's data can still be read. */
    Map<String, IdIndex> ids(StoredRun run) {
        try {
            Dataset dataset = dataset(run);
            return Map.of("user_ids", dataset.users(), "item_ids", dataset.items());
        } catch (DataException e) {
            LOG.info("weights are exported without ids: {}", e.message(Locale.ENGLISH));
            return Map.of();
        }
    }

    /** The weights of the best epoch. */
    Weights weights(StoredRun run) throws DataException {
        return store.models().weights(run);
    }

    /** The same with notes on how the arrays make a score, which runs of earlier versions lack. */
    Weights described(StoredRun run) throws DataException {
        Weights weights = weights(run);
        return weights.notes().containsKey("score")
                ? weights
                : services.reopen(store, run, Progress.NONE).recommender().weights();
    }
}
