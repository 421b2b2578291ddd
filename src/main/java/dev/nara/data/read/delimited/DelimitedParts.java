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

/** Delimited files that are parts of one table: each with the same header, with a header only in the first, or without headers. */
final class DelimitedParts {
    /** The most files that are searched for one that is not empty. */
    private static final int MOST_EMPTY = 100;

    private final DelimitedFile like;

    private DelimitedParts(DelimitedFile like) {
        this.like = like;
    }

    /** Opens one part as a separate table. */
    @FunctionalInterface
    interface Whole {
        /** The table of a file; throws if it has no rows. */
        DelimitedFile of(DataFile file) throws DataException;
    }

    /** All parts as one table, in the format of the first part with rows. */
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
        if (like.named() && file.size() > 0) {
            DelimitedFile same = DelimitedFile.whole(file, like.delimiter(), true);
            if (same.columns().equals(like.columns())) {
                return Optional.of(same.select(wanted));
            }
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

    /** A part of a split table with a header only in the first part. */
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
