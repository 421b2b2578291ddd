package dev.nara.store.forget;

import dev.nara.algorithm.Weights;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Destination;
import dev.nara.split.SplitUsers;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the traces of a user in a run's folder. The split is erased last, because it has the user's index. */
final class RunTraces {
    /** The tag of runs from which something was erased. */
    static final String TAG = "user-erased";

    private static final String FIGURES = "-users.safetensors";

    private final RunStore store;
    private final StoredRun run;
    private final String user;
    private final UserPlace place;
    private final List<Trace> found = new ArrayList<>();

    private RunTraces(RunStore store, StoredRun run, String user, UserPlace place) {
        this.store = store;
        this.run = run;
        this.user = user;
        this.place = place;
    }

    /** All traces of a user in a run, in the order in which they are to be erased. */
    static List<Trace> of(RunStore store, StoredRun run, String user, UserPlace place) throws IOException {
        RunTraces traces = new RunTraces(store, run, user, place);
        traces.find();
        return traces.found;
    }

    private void find() throws IOException {
        for (Path unfinished : AtomicFile.left(store.files().folder(run.id()))) {
            add("forget.unfinished", unfinished, () -> Files.deleteIfExists(unfinished));
        }
        Path checkpoint = store.files().checkpoint(run.id());
        for (Path file : arrays()) {
            if (file.equals(checkpoint)) {
                add("forget.checkpoint", file, () -> Files.deleteIfExists(file));
            } else if (file.getFileName().toString().endsWith(FIGURES)) {
                figures(file);
            } else if (ErasedArrays.ofModel(Safetensors.read(file), place.index(), place.users())
                    .isPresent()) {
                add("forget.model", file, () -> eraseModel(file));
            }
        }
        Path lists = store.files().watchedLists(run.id());
        if (WatchedListLog.read(lists).containsKey(place.index())) {
            add("forget.lists", lists, () -> WatchedListLog.erase(lists, place.index()));
        }
        if (!found.isEmpty()) {
            found.add(new Trace(Text.of("forget.tag", run.id(), TAG), this::tag));
        }
        Path split = store.files().split(run.id());
        if (Files.exists(split, LinkOption.NOFOLLOW_LINKS)) {
            if (isDamaged(split)) {
                // It may contain the user, and cannot be used any more.
                add("forget.split.damaged", split, () -> Files.deleteIfExists(split));
            } else {
                add("forget.split", split, () -> SplitUsers.read(split).writeWithout(user));
            }
        }
    }

    private static boolean isDamaged(Path split) {
        if (Files.isDirectory(split) || Destination.isStream(split)) {
            return true;
        }
        try {
            SplitUsers.read(split);
            return false;
        } catch (SplitUsers.Damaged e) {
            return true;
        } catch (IOException e) {
            // It may be as good as ever: the erasure says that it cannot be read.
            return false;
        }
    }

    private void add(String key, Path file, Trace.Erasure erasure) {
        found.add(new Trace(Text.of(key, run.id(), String.valueOf(file.getFileName())), erasure));
    }

    private List<Path> arrays() throws IOException {
        Path folder = store.files().folder(run.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.safetensors")) {
            all.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    private void eraseModel(Path file) throws IOException {
        Optional<Weights> erased = ErasedArrays.ofModel(Safetensors.read(file), place.index(), place.users());
        if (erased.isPresent()) {
            Safetensors.write(file, erased.get());
        }
    }

    /** Adds figures of the user; the whole file, if it is unknown which users it has. */
    private void figures(Path file) throws IOException {
        Weights figures = Safetensors.read(file);
        String users = figures.notes().getOrDefault(RunFiles.USERS, "");
        boolean among = false;
        for (int[] evaluated : place.evaluated()) {
            int[] others = ErasedArrays.without(evaluated, place.index());
            boolean inIt = others.length < evaluated.length;
            if (fits(figures, users, evaluated) && inIt) {
                add("forget.figures", file, () -> eraseFigures(file, evaluated));
                return;
            }
            // Already erased, or never contained.
            if (fits(figures, users, others)) {
                return;
            }
            among |= inIt;
        }
        if (among) {
            add("forget.figures.all", file, () -> Files.deleteIfExists(file));
        }
    }

    private static boolean fits(Weights figures, String users, int[] evaluated) {
        return users.isEmpty() ? ErasedArrays.areOf(figures, evaluated) : users.equals(RunFiles.users(evaluated));
    }

    private void eraseFigures(Path file, int[] evaluated) throws IOException {
        Weights figures = Safetensors.read(file);
        Optional<Weights> fewer = ErasedArrays.ofFigures(figures, evaluated, place.index());
        if (fewer.isPresent()) {
            Weights left = fewer.get();
            if (left.notes().containsKey(RunFiles.USERS)) {
                left.note(RunFiles.USERS, RunFiles.users(ErasedArrays.without(evaluated, place.index())));
            }
            Safetensors.write(file, left);
        }
    }

    private void tag() throws DataException {
        StoredRun.Label old = run.label();
        if (!Arrays.asList(old.tags().split("[ ,]+", -1)).contains(TAG)) {
            String tags = old.tags().isBlank() ? TAG : old.tags() + ", " + TAG;
            store.label(run.id(), new StoredRun.Label(old.name(), old.notes(), tags, old.star()));
        }
    }
}
