package dev.nara.store.queue;

import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.store.RunStore;
import dev.nara.store.folder.LockedFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of the places in which runs of a workspace train in parallel, whichever programs train them: a locked file with the number
 * of the run, which the system unlocks when its program ends.
 */
public final class TrainingPlace implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final LockedFile file;

    private TrainingPlace(LockedFile file) {
        this.file = file;
    }

    /**
     * Waits for one of the places; a process that ends gives its places back.
     *
     * @param run what is to train there, "" where it is no run
     * @param waits gets what trains in the places, "" for what is no run: where there is none yet, and when that changes
     * @return to be closed when the run has ended
     * @throws java.util.concurrent.CancellationException when the control ends the wait
     */
    public static TrainingPlace take(RunStore store, String run, RunControl control, Consumer<List<String>> waits)
            throws DataException {
        return new TrainingPlace(locked(store, () -> places(store), run, control, waits));
    }

    private static List<String> places(RunStore store) throws DataException {
        return IntStream.rangeClosed(1, store.parallelRuns())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** The places of which one is to be taken, which may change while somebody waits. */
    interface Places {
        List<String> now() throws DataException;
    }

    /** Waits for the file of one of these places, which is called by that name. */
    static LockedFile locked(
            RunStore store, Places places, String run, RunControl control, Consumer<List<String>> waits)
            throws DataException {
        try {
            LockedFile free = free(store, places, run);
            List<String> told = null;
            while (free == null) {
                List<String> ahead = ahead(store, places);
                if (!ahead.equals(told)) {
                    told = ahead;
                    waits.accept(ahead);
                }
                control.check();
                LockSupport.parkNanos(LOOK_NANOS);
                free = free(store, places, run);
            }
            return free;
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }

    private static @Nullable LockedFile free(RunStore store, Places places, String run)
            throws IOException, DataException {
        LockedFile free = null;
        Iterator<String> left = places.now().iterator();
        while (free == null && left.hasNext()) {
            free = LockedFile.take(store.workspace(), LockedFile.place(left.next()), run);
        }
        return free;
    }

    /** What those that train in the places are called. */
    public static Text words(List<String> ahead) {
        List<String> runs = ahead.stream().filter(run -> !run.isEmpty()).toList();
        return runs.isEmpty() ? Text.of("queue.other") : Text.of("queue.runs", String.join(", ", runs));
    }

    /** What stands in the files of the places, which this program or another holds. */
    private static List<String> ahead(RunStore store, Places places) throws IOException, DataException {
        List<String> ahead = new ArrayList<>();
        for (String place : places.now()) {
            LockedFile.content(store.workspace(), LockedFile.place(place)).ifPresent(ahead::add);
        }
        return ahead;
    }

    /**
     * Lets others have the place of a run that was taken away from a program that may not answer. Its file is deleted: what that
     * program holds is no place any more.
     */
    public static void vacate(RunStore store, long run) throws DataException {
        try (DirectoryStream<Path> places = Files.newDirectoryStream(store.workspace(), LockedFile.place("*"))) {
            for (Path place : places) {
                Optional<String> holds = LockedFile.content(store.workspace(), String.valueOf(place.getFileName()));
                if (holds.equals(Optional.of(Long.toString(run)))) {
                    Files.deleteIfExists(place);
                }
            }
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
