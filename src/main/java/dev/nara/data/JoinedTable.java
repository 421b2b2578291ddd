package dev.nara.data;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An additional table with one row per user or per item.
 *
 * @param file its path with slashes: relative to the folder of the data if it is inside it, otherwise absolute
 * @param key the column of ids, "" for the column whose values are ids of the data most often
 */
public record JoinedTable(String file, String key) {
    /** Values that a file leaves out are empty. */
    public JoinedTable {
        file = file == null ? "" : file;
        key = key == null ? "" : key;
    }

    /** Creates the reference to a file, for the data at a path. */
    public static JoinedTable of(Path data, Path file, String key) {
        Path folder = folder(data);
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.startsWith(folder) ? folder.relativize(whole) : whole;
        return new JoinedTable(shown.toString().replace('\\', '/'), key);
    }

    /** The path of the table, for the data at a path. */
    public Path at(Path data) {
        return folder(data).resolve(file);
    }

    private static Path folder(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return Files.isDirectory(whole) || parent == null ? whole : parent;
    }
}
