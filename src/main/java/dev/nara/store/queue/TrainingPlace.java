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
 * One of the places in which runs of a workspace train in parallel, over all processes: a locked file with the number of the run, which the
 * operating system unlocks when the process ends.
 */
public final class TrainingPlace implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final LockedFile file;

    private TrainingPlace(LockedFile file) {
        this.file = file;
    }

    /**
     * Waits for one of the places; the places of a process become free when it ends.
     *
     * @param run the number of the run, "" for other work
     * @param waits receives the numbers of the runs in the places, "" for other work, if none is free and whenever that changes
     * @return the place, to be closed when the run has ended
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

    /** The places from which one is taken; they may change during the wait. */
    interface Places {
        List<String> now() throws DataException;
    }

    /** Waits for the lock file of one of these places, and locks it. */
    static LockedFile locked(
            RunStore store, Places places, String run, RunControl control, Consumer<List<String>> waits)
            throws DataException {
        try {
            LockedFile free = free(store, places, run);
            List<String> reported = null;
            while (free == null) {
                List<String> ahead = ahead(store, places);
                if (!ahead.equals(reported)) {
                    reported = ahead;
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

    /** A text with the runs that occupy the places. */
    public static Text words(List<String> ahead) {
        List<String> runs = ahead.stream().filter(run -> !run.isEmpty()).toList();
        return runs.isEmpty() ? Text.of("queue.other") : Text.of("queue.runs", String.join(", ", runs));
    }

    /** The contents of the lock files of the places, held by this or other processes. */
    private static List<String> ahead(RunStore store, Places places) throws IOException, DataException {
        List<String> ahead = new ArrayList<>();
        for (String place : places.now()) {
            LockedFile.content(store.workspace(), LockedFile.place(place)).ifPresent(ahead::add);
        }
        return ahead;
    }

    /**
     * Frees the place of a run that was taken away from a process that may not respond. Deletes the lock file, so that the lock of that
     * process no longer has an effect.
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
