package dev.nara.ui.runs;

import dev.nara.store.RunStore;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Note;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Folders of runs that the list of the workspace does not have, as where it was lost or exchanged for an earlier one: says that they
 * are there, and takes them in.
 */
public final class LostRuns {
    private final RunStore store;
    private final Frame frame;
    private final StoreWork work;

    /** Those that are taken in are shown in the list. */
    public LostRuns(RunStore store, RunList list, Frame frame) {
        this.store = store;
        this.frame = frame;
        this.work = new StoreWork(list, frame);
    }

    /** Says so where there are some. */
    public void look() {
        frame.jobs()
                .quietly(
                        store.orphans()::count,
                        folders -> {
                            if (folders > 0) {
                                tell(folders);
                            }
                        },
                        // The list of runs tells of a workspace that cannot be read.
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
