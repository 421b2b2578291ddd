package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.FolderInUse;
import dev.nara.data.FreeSpace;
import dev.nara.data.read.file.DataFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of an archive, unpacked into a private folder. They are kept between looks at them, are deleted once they have been read to their
 * end, and are unpacked again if the archive has changed. Throws if the disk has no room for them.
 */
final class UnpackedFiles implements AutoCloseable {
    /** Those that are kept, by the paths of the files. */
    private static final Map<List<Path>, UnpackedFiles> KEPT = new HashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(UnpackedFiles::deleteAll));
    }

    private final String state;
    private final FolderInUse use;
    private final Path folder;
    private final List<Path> files;
    private int users;

    private UnpackedFiles(String state, FolderInUse use, Path folder, List<Path> files) {
        this.state = state;
        this.use = use;
        this.folder = folder;
        this.files = files;
    }

    /** These files; they stay until this is closed, by which time somebody else may use them, too. */
    static UnpackedFiles of(List<DataFile> packed) throws DataException {
        String state = state(packed.get(0));
        List<Path> paths = packed.stream().map(DataFile::shown).toList();
        synchronized (KEPT) {
            UnpackedFiles kept = KEPT.get(paths);
            if (kept != null && !kept.state.equals(state)) {
                KEPT.remove(paths);
                kept.deleteIfUnused();
                kept = null;
            }
            if (kept == null) {
                kept = unpacked(packed, state);
                KEPT.put(paths, kept);
            }
            kept.users++;
            return kept;
        }
    }

    private static String state(DataFile file) throws DataException {
        try {
            return file.state();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static UnpackedFiles unpacked(List<DataFile> packed, String state) throws DataException {
        FolderInUse use = null;
        try {
            Path folder = DuckDb.temporaryFolder();
            use = FolderInUse.mark(folder);
            UnpackedFiles unpacked = new UnpackedFiles(state, use, folder, files(packed, folder));
            use = null;
            return unpacked;
        } catch (IOException e) {
            throw packed.get(0).unreadable(e);
        } finally {
            if (use != null) {
                use.close();
            }
        }
    }

    private static List<Path> files(List<DataFile> packed, Path folder) throws DataException {
        long bytes = FreeSpace.sum(packed.stream().mapToLong(DataFile::size));
        FreeSpace.check(packed.get(0).shown(), folder.resolve("..").normalize(), bytes, Text.of("data.space.remedy"));
        List<Path> all = new ArrayList<>();
        for (DataFile file : packed) {
            // Keeps the names of folders, which may be columns.
            Path target = folder.resolve(Integer.toString(all.size()));
            for (Path part : file.shown()) {
                target = part.toString().matches("\\w+=.+") ? target.resolve(part) : target;
            }
            try (InputStream unpacking = file.bytes()) {
                Files.createDirectories(target);
                Files.copy(unpacking, target.resolve(file.name()));
            } catch (IOException e) {
                throw file.unreadable(e);
            }
            all.add(target.resolve(file.name()));
        }
        return List.copyOf(all);
    }

    /** The folder with the files. */
    Path folder() {
        return folder;
    }

    /** The files in the order of those in the archive. */
    List<Path> files() {
        return files;
    }

    /** Deletes the files as soon as nobody uses them: they have been read. */
    void done() {
        synchronized (KEPT) {
            KEPT.values().remove(this);
        }
    }

    @Override
    public void close() {
        synchronized (KEPT) {
            users--;
            deleteIfUnused();
        }
    }

    private void deleteIfUnused() {
        if (users == 0 && !KEPT.containsValue(this)) {
            use.close();
        }
    }

    private static void deleteAll() {
        synchronized (KEPT) {
            KEPT.values().forEach(kept -> kept.use.close());
            KEPT.clear();
        }
    }
}
