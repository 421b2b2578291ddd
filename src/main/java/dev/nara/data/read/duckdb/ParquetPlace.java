package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Parquet files on disk or in an archive, from which they are unpacked for reading.
 *
 * @param files on disk
 * @param packed files in the archive
 */
record ParquetPlace(List<Path> files, List<DataFile> packed) {
    ParquetPlace {
        files = List.copyOf(files);
        packed = List.copyOf(packed);
    }

    /** Looks at files or reads them. */
    @FunctionalInterface
    interface Look<T> {
        T at(DuckDb duck, List<Path> files) throws SQLException, DataException;
    }

    /** What a look at the files returns, which are unpacked first if necessary, and kept for the next look. */
    <T> T look(Look<T> look) throws SQLException, DataException {
        return with(look, false);
    }

    /** What reading the files to their end returns; then, nothing that was unpacked is kept. */
    <T> T read(Look<T> look) throws SQLException, DataException {
        return with(look, true);
    }

    private <T> T with(Look<T> look, boolean whole) throws SQLException, DataException {
        if (packed.isEmpty()) {
            try (DuckDb duck = DuckDb.open(files)) {
                return look.at(duck, files);
            }
        }
        try (UnpackedFiles unpacked = UnpackedFiles.of(packed)) {
            if (whole) {
                unpacked.done();
            }
            try (DuckDb duck = DuckDb.open(List.of(unpacked.folder()))) {
                return look.at(duck, unpacked.files());
            }
        }
    }
}
