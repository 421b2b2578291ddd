package dev.nara.interchange;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.store.RunStore;
import java.util.List;
import java.util.Locale;

/**
 * The source of an exported study.
 *
 * @param store of its runs
 * @param command that starts the same study
 * @param locale of the texts
 */
public record StudySource(StudySnapshot study, RunStore store, String command, Locale locale) {
    /** The evaluated epochs of a trial's first run; empty if it has no run. */
    List<RunEvent.EpochDone> epochs(Trial trial) throws DataException {
        if (trial.runs().isEmpty() || trial.runs().get(0) == 0) {
            return List.of();
        }
        return RunEvent.epochs(store.events(trial.runs().get(0))).stream()
                .filter(epoch -> !epoch.metrics().isEmpty())
                .toList();
    }
}
