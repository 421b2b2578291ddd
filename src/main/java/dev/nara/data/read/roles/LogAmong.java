package dev.nara.data.read.roles;

import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Finds the log among several files, of which the others describe its items or users. */
public final class LogAmong {
    private LogAmong() {}

    /** The largest file with a column of users and one of items; the largest of all if there is none. */
    public static Path of(Datasets datasets, List<Path> paths) {
        List<Path> logs =
                paths.stream().filter(path -> isLikely(datasets, path)).toList();
        return (logs.isEmpty() ? paths : logs)
                .stream().max(Comparator.comparingLong(LogAmong::size)).orElseThrow();
    }

    private static boolean isLikely(Datasets datasets, Path path) {
        try {
            return datasets.recognises(path, Recipe.USUAL)
                    || RoleGuess.of(datasets.table(path, Recipe.USUAL, Written.UNKNOWN)
                                    .table())
                            .doubt()
                            .isEmpty();
        } catch (DataException e) {
            return false;
        }
    }

    private static long size(Path path) {
        try {
            return Files.isDirectory(path) ? Long.MAX_VALUE : Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }
}
