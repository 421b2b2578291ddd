package dev.nara.ui.compare;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;

/** The data of the compared runs: read only if they are neither open nor the last ones requested. */
final class RunData {
    private final Services services;
    private @Nullable Known known;

    private record Known(String path, Recipe recipe, Prepared prepared) {
        boolean isOf(StoredRun run) {
            return path.equals(run.spec().data()) && recipe.equals(run.spec().recipe());
        }
    }

    RunData(Services services) {
        this.services = services;
    }

    /** The data that a run was trained on; {@code opened} are the open data. Can be called on any thread. */
    synchronized Prepared of(StoredRun run, Session.@Nullable Opened opened) throws DataException {
        if (opened != null && opened.isOf(run.spec())) {
            return opened.prepared();
        }
        Known last = known;
        if (last == null || !last.isOf(run)) {
            last = new Known(run.spec().data(), run.spec().recipe(), services.data(run, Progress.NONE));
            known = last;
        }
        return last.prepared;
    }
}
