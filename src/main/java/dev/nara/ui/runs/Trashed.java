package dev.nara.ui.runs;

import dev.nara.analysis.ProtocolWords;
import dev.nara.analysis.RunNames;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of the trash.
 *
 * @param runs all runs in the trash, including those of studies, newest first
 * @param studies that were thrown away with all their runs
 */
record Trashed(List<StoredRun> runs, Set<Long> studies) {
    /** The study with which a run was deleted; 0 if it was deleted on its own. */
    long study(StoredRun run) {
        long study = RailRows.study(run);
        return studies.contains(study) ? study : 0;
    }

    /** One row per study or run, by its title: number, name, data and day. */
    Map<String, List<StoredRun>> rows(RunNames names, Texts texts) {
        Map<Long, List<StoredRun>> together = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            long study = study(run);
            // Runs without a study get a negative key.
            together.computeIfAbsent(study > 0 ? study : -run.id(), key -> new ArrayList<>())
                    .add(run);
        }
        Map<String, List<StoredRun>> rows = new LinkedHashMap<>();
        together.forEach((key, some) -> rows.put(title(key, some, names, texts), some));
        return rows;
    }

    private static String title(long key, List<StoredRun> some, RunNames names, Texts texts) {
        StoredRun run = some.get(some.size() - 1);
        return String.join(
                " · ",
                key > 0 ? texts.get("runs.trash.study", key, some.size()) : names.numbered(run, texts.locale()),
                run.spec().dataName(),
                ProtocolWords.day(run.created().substring(0, 10), texts.locale()));
    }
}
