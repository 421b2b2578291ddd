package dev.nara.ui.train;

import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;

/** Stores notes and tags; the rest of a label is read again, as it may have changed elsewhere. */
final class WrittenLabels implements SettingsPage.Keeper {
    private final RunStore store;
    private final Jobs jobs;
    private final Runnable kept;

    /** {@code kept} is called after a change was stored. */
    WrittenLabels(RunStore store, Jobs jobs, Runnable kept) {
        this.store = store;
        this.jobs = jobs;
        this.kept = kept;
    }

    @Override
    public void keep(StoredRun run, String notes, String tags) {
        jobs.run(
                () -> {
                    StoredRun.Label now = store.find(Long.toString(run.id())).label();
                    store.label(run.id(), new StoredRun.Label(now.name(), notes, tags, now.star()));
                    return run.id();
                },
                labelled -> kept.run());
    }
}
