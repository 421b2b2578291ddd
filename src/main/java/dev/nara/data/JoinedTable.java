package dev.nara.data;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A second table with a row a user or a row an item.
 *
 * @param file its path, below the folder of the data if it lies there, else from the root; with slashes
 * @param key the column of ids, "" for the one whose values are most often ids of the data
 */
public record JoinedTable(String file, String key) {
    /** What a file leaves out is empty. */
    public JoinedTable {
        file = file == null ? "" : file;
        key = key == null ? "" : key;
    }

    /** Of a file, for the data at a path. */
    public static JoinedTable of(Path data, Path file, String key) {
        Path folder = folder(data);
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.startsWith(folder) ? folder.relativize(whole) : whole;
        return new JoinedTable(shown.toString().replace('\\', '/'), key);
    }

    /** Where it lies, for the data at a path. */
    public Path at(Path data) {
        return folder(data).resolve(file);
    }

    private static Path folder(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return Files.isDirectory(whole) || parent == null ? whole : parent;
    }
}
