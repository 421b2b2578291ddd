package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Profile;
import dev.nara.data.Progress;
import dev.nara.run.RunEvent;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import dev.nara.ui.common.Session;

/** A stored run's data and model, read again to be put on screen. */
record ShownRun(Session.Opened opened, Session.Model model) {
    /** Reads both; takes as long as reading the dataset. */
    static ShownRun read(Workbench workbench, RunStore store, RunList.Entry entry) throws DataException {
        Workbench.Reopened reopened = workbench.reopen(store, entry.run(), Progress.NONE);
        Dataset dataset = reopened.experiment().dataset();
        int best = 0;
        for (RunEvent event : entry.events()) {
            if (event instanceof RunEvent.EpochDone epoch && epoch.best()) {
                best = epoch.epoch();
            }
        }
        return new ShownRun(
                new Session.Opened(dataset, new Profile(dataset)),
                new Session.Model(entry.run().id(), best, reopened.experiment(), reopened.recommender()));
    }

    /** The session then holds the run's dataset, if it is another than the open one, and its model. */
    void show(Session session) {
        Session.Opened open = session.openedProperty().get();
        if (open == null || !open.dataset().source().equals(opened.dataset().source())) {
            session.openedProperty().set(opened);
        }
        session.modelProperty().set(model);
    }
}
