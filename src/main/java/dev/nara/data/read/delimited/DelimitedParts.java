package dev.nara.data.read.delimited;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.parts.PartsTable;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delimited files that are parts of one table: with the same header each, with one in the first alone, or without any. */
final class DelimitedParts {
    /** So many files are looked at for one that is not empty. */
    private static final int MOST_EMPTY = 100;

    private final DelimitedFile like;

    private DelimitedParts(DelimitedFile like) {
        this.like = like;
    }

    /** One part as a table by itself. */
    @FunctionalInterface
    interface Whole {
        /** That of a file; refuses one without rows. */
        DelimitedFile of(DataFile file) throws DataException;
    }

    /** All of them, written as the first that has rows. */
    static Table of(Path path, List<DataFile> files, Whole whole) throws DataException {
        DataException problem = null;
        for (DataFile file : files.subList(0, Math.min(MOST_EMPTY, files.size()))) {
            try {
                DelimitedFile like = whole.of(file);
                return new PartsTable(path, files, like, new DelimitedParts(like)::open);
            } catch (DataException e) {
                problem = problem == null ? e : problem;
                if (!e.problem().key().equals("data.file.empty")
                        && !e.problem().key().equals("data.file.header")) {
                    throw e;
                }
            }
        }
        throw problem == null
                ? new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"))
                : problem;
    }

    private Optional<Table> open(DataFile file, List<String> wanted) throws DataException {
        if (like.path().equals(file.shown())) {
            return Optional.of(like.select(wanted));
        }
        @Nullable Boolean header = like.named() ? null : Boolean.FALSE;
        DataFile table = file.size() == 0 ? file : Preamble.leftOut(file, like.delimiter(), header);
        DelimitedFile part = file.size() == 0 ? null : DelimitedFile.whole(table, like.delimiter(), like.named());
        List<String> names = part == null ? List.of() : part.columns();
        List<String> all = like.columns();
        if (part == null || names.isEmpty()) {
            return Optional.empty();
        }
        boolean same = like.named() ? new HashSet<>(names).equals(new HashSet<>(all)) : names.size() == all.size();
        return Optional.of(same ? part.select(wanted) : headless(table, names, wanted));
    }

    /** A part of a table that was cut, whose first part alone has a header. */
    private Table headless(DataFile file, List<String> names, List<String> wanted) throws DataException {
        List<String> all = like.columns();
        if (!like.named()
                || names.size() != all.size()
                || HeaderGuess.of(DelimiterGuess.rows(file, like.delimiter()))) {
            throw new DataException(
                    file.shown(),
                    1,
                    Text.of("data.parts.other", String.join(", ", names), String.join(", ", all)),
                    Text.of("data.parts.other.remedy", like.path().getFileName()));
        }
        List<String> numbers = wanted.stream()
                .map(name -> Integer.toString(all.indexOf(name) + 1))
                .toList();
        return DelimitedFile.whole(file, like.delimiter(), false).select(numbers);
    }
}
