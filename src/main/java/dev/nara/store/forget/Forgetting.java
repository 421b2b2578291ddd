package dev.nara.store.forget;

import dev.nara.data.DataException;
import dev.nara.data.SkippedRow;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.SetAside;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The traces of one user in the runs of a workspace, and the runs that could not be searched. Each trace is erased atomically, and a new
 * search finds the remaining ones, so after a crash it suffices to start again.
 *
 * @param traces in the order in which they are to be erased
 * @param unreached the reasons why runs could not be searched
 * @param elsewhere places that may contain the user but are never changed: the data of the runs, files set aside
 */
public record Forgetting(List<Trace> traces, List<DataException> unreached, List<String> elsewhere) {
    /**
     * Searches for a user.
     *
     * @param moved the current path of the runs' data; null for the path stored with each run
     * @throws DataException if a run is under way, or the workspace cannot be read
     */
    public static Forgetting of(RunStore store, Services services, @Nullable Path moved, String user)
            throws DataException {
        List<StoredRun> runs = new ArrayList<>(store.list());
        runs.addAll(store.trash().list());
        checkIdle(store, runs);
        List<Trace> traces = watched(store, user);
        List<DataException> unreached = unreadable(store);
        TreeSet<String> elsewhere = new TreeSet<>();
        for (Path folder : List.of(
                SetAside.in(store.workspace()),
                SkippedRow.folder(store.workspace()),
                QuerySnapshots.folder(store.workspace()))) {
            if (Files.exists(folder)) {
                elsewhere.add(folder.toString());
            }
        }
        UserPlace.Finder finder = new UserPlace.Finder(store, services, moved, user);
        for (StoredRun run : runs) {
            elsewhere.add(run.spec().data());
            try {
                UserPlace place = finder.of(run).orElse(null);
                if (place != null) {
                    traces.addAll(RunTraces.of(store, run, user, place));
                }
            } catch (DataException e) {
                unreached.add(new DataException(
                        Text.of("forget.unreached", run.id(), e.problem()), Text.of("forget.data.remedy")));
            } catch (IOException e) {
                unreached.add(DataException.unreadable(store.files().folder(run.id()), e));
            }
        }
        return new Forgetting(traces, unreached, List.copyOf(elsewhere));
    }

    private static void checkIdle(RunStore store, List<StoredRun> runs) throws DataException {
        for (StoredRun run : runs) {
            if (store.owners().elsewhere(run)) {
                throw new DataException(Text.of("forget.under.way", run.id()), Text.of("forget.under.way.remedy"));
            }
        }
    }

    private static List<Trace> watched(RunStore store, String user) throws DataException {
        List<Trace> traces = new ArrayList<>();
        try {
            if (store.watchedUsers().chosen().contains(user)) {
                traces.add(new Trace(
                        Text.of("forget.watched"), () -> store.watchedUsers().choose(user, false)));
            }
            return traces;
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }

    /** The errors of damaged runs and orphaned folders, which cannot be searched. */
    private static List<DataException> unreadable(RunStore store) throws DataException {
        List<DataException> unreadable = new ArrayList<>();
        for (DamagedRun damaged : store.damaged()) {
            unreadable.add(damaged.problem());
        }
        for (OrphanFolder orphan : store.orphans().list()) {
            unreadable.add(
                    new DataException(orphan.folder(), Text.of("forget.orphan"), Text.of("forget.orphan.remedy")));
        }
        return unreadable;
    }
}
