package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.explain.UserHistory;
import dev.nara.split.Split;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;

/** The history of the selected child, with the part of the split of each row. */
final class ShownHistory {
    private final ChildModel model;
    private final Session session;
    private final Latest reading;
    private @Nullable Source shown;

    /** What determines the history on screen. */
    private record Source(Dataset dataset, @Nullable Split split, Child child) {}

    ShownHistory(ChildModel model, Session session, Jobs jobs) {
        this.model = model;
        this.session = session;
        this.reading = new Latest(jobs);
    }

    void refresh() {
        Session.Opened opened = session.openedProperty().get();
        Child child = model.chosenProperty().get();
        if (opened == null || child == null) {
            shown = null;
            reading.cancel();
            model.history().clear();
            return;
        }
        Session.Model current = session.modelProperty().get();
        Split split = current == null ? null : current.preparedRun().everybody();
        Source wanted = new Source(opened.dataset(), split, child);
        // Unchanged after an epoch, because the user may be reading it.
        if (!wanted.equals(shown)) {
            if (shown == null || shown.child.user() != child.user()) {
                model.history().clear();
            }
            shown = wanted;
            reading.run(
                    () -> UserHistory.of(wanted.dataset, wanted.split, wanted.child.user()), model.history()::setAll);
        }
    }
}
