package dev.nara.store.entry;

import java.util.List;

/** Runs as they were read: those that can be, and those that cannot. */
public record ReadRuns(List<StoredRun> runs, List<DamagedRun> damaged) {
    /** Of what each row of the table became. */
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
