package dev.nara.store.entry;

import java.util.List;

/** The result of reading runs: the readable ones and the damaged ones. */
public record ReadRuns(List<StoredRun> runs, List<DamagedRun> damaged) {
    /** Separates a list of {@link StoredRun} and {@link DamagedRun}. */
    public static ReadRuns of(List<Object> each) {
        return new ReadRuns(
                each.stream()
                        .filter(StoredRun.class::isInstance)
                        .map(StoredRun.class::cast)
                        .toList(),
                each.stream()
                        .filter(DamagedRun.class::isInstance)
                        .map(DamagedRun.class::cast)
                        .toList());
    }
}
