package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;

/** A stored run's data and model, read again to be put on screen. */
record ShownRun(Session.Opened opened, Session.Model model) {
    /** Reads both; the data only if it is not open already. */
    static ShownRun read(Workbench workbench, RunStore store, RunList.Entry entry, Session.@Nullable Opened open)
            throws DataException {
        if (open != null
                && open.dataset().path().toString().equals(entry.run().spec().data())
                && open.prepared().recipe().equals(entry.run().spec().recipe())) {
            return of(entry, open, workbench.reopen(store, entry.run(), open.prepared()));
        }
        Workbench.Reopened reopened = workbench.reopen(store, entry.run(), Progress.NONE);
        return of(entry, Session.Opened.of(reopened.data()), reopened);
    }

    private static ShownRun of(RunList.Entry entry, Session.Opened opened, Workbench.Reopened reopened) {
        return new ShownRun(
                opened,
                new Session.Model(entry.run().id(), entry.bestEpoch(), reopened.experiment(), reopened.recommender()));
    }

    /** The session then holds the run's dataset and its model. */
    void show(Session session) {
        session.openedProperty().set(opened);
        session.modelProperty().set(model);
    }
}
