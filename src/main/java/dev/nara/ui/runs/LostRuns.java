package dev.nara.ui.runs;

import dev.nara.store.RunStore;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Note;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Finds run folders that are missing from the workspace's list, for example after the list was lost or replaced by an older one, and offers
 * to add them.
 */
public final class LostRuns {
    private final RunStore store;
    private final Frame frame;
    private final StoreWork work;

    /** {@code list} shows the runs that are added. */
    public LostRuns(RunStore store, RunList list, Frame frame) {
        this.store = store;
        this.frame = frame;
        this.work = new StoreWork(list, frame);
    }

    /** Reports such folders if there are any. */
    public void look() {
        frame.jobs()
                .quietly(
                        store.orphans()::count,
                        folders -> {
                            if (folders > 0) {
                                tell(folders);
                            }
                        },
                        // The list of runs reports a workspace that cannot be read.
                        problem -> {});
    }

    private void tell(int folders) {
        frame.notices()
                .problem(
                        frame.texts().get("runs.lost.title"),
                        frame.texts().get("runs.lost", folders),
                        new Note.Step(frame.texts().get("runs.lost.take.in"), Feather.CORNER_UP_LEFT, this::takeIn));
    }

    private void takeIn() {
        work.run(() -> {
            int taken = 0;
            int aside = 0;
            @Nullable Path place = null;
            for (OrphanFolder folder : store.orphans().list()) {
                if (folder.adoptable()) {
                    store.orphans().adopt(folder);
                    taken++;
                } else {
                    place = store.orphans().setAside(folder).getParent();
                    aside++;
                }
            }
            return place == null
                    ? frame.texts().get("runs.lost.taken", taken)
                    : frame.texts().get("runs.lost.aside", taken, aside, place);
        });
    }
}
