package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunEvent;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;

/** A stored run's data and model, read again to be put on screen. */
record ShownRun(Session.Opened opened, Session.Model model) {
    /** Reads both; the data only if it is not open already. */
    static ShownRun read(Workbench workbench, RunStore store, StoredRun run, Session.@Nullable Opened open)
            throws DataException {
        if (open != null && open.isOf(run.spec())) {
            return of(run, open, workbench.reopen(store, run, open.prepared()));
        }
        Workbench.Reopened reopened = workbench.reopen(store, run, Progress.NONE);
        return of(run, Session.Opened.of(reopened.data()), reopened);
    }

    private static ShownRun of(StoredRun run, Session.Opened opened, Workbench.Reopened reopened) {
        return new ShownRun(
                opened,
                new Session.Model(
                        run.id(),
                        run.best().map(RunEvent.EpochDone::epoch).orElse(0),
                        reopened.experiment(),
                        reopened.recommender()));
    }

    /** The session then holds the run's dataset and its model. */
    void show(Session session) {
        session.openedProperty().set(opened);
        session.modelProperty().set(model);
    }
}
