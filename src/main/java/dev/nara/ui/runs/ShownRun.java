package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.Progress;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;

/** The data and model of a stored run, read again for display. */
public record ShownRun(Session.Opened opened, Session.Model model) {
    /** Reads both; the data only if it is not open already. */
    public static ShownRun read(Services services, RunStore store, StoredRun run, Session.@Nullable Opened open)
            throws DataException {
        if (open != null && open.isOf(run.spec())) {
            return of(run, open, services.reopen(store, run, open.prepared()));
        }
        long since = DataInUse.readings();
        Services.Reopened reopened = services.reopen(store, run, Progress.NONE);
        return of(run, Session.Opened.of(since, reopened.data()), reopened);
    }

    private static ShownRun of(StoredRun run, Session.Opened opened, Services.Reopened reopened) {
        return new ShownRun(
                opened,
                new Session.Model(
                        run.id(),
                        run.best().map(RunEvent.EpochDone::epoch).orElse(0),
                        reopened.preparedRun(),
                        reopened.recommender()));
    }

    /** Makes them the dataset and model of the session. */
    public void show(Session session) {
        session.openedProperty().set(opened);
        session.modelProperty().set(model);
    }
}
