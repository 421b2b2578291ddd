package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.FreeSpace;
import dev.nara.data.read.file.DataFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Parquet files on disk or in an archive, from which they are unpacked into DuckDB's private folder for reading.
 *
 * @param files on disk
 * @param packed files in the archive
 */
record ParquetPlace(List<Path> files, List<DataFile> packed) {
    ParquetPlace {
        files = List.copyOf(files);
        packed = List.copyOf(packed);
    }

    /** The files for DuckDB, unpacked if necessary. */
    List<Path> in(DuckDb duck) throws DataException {
        List<Path> all = new ArrayList<>(files);
        Path folder = duck.file("unpacked");
        if (!packed.isEmpty()) {
            long bytes = FreeSpace.sum(packed.stream().mapToLong(DataFile::size));
            FreeSpace.check(
                    packed.get(0).shown(), folder.resolve("../..").normalize(), bytes, Text.of("data.space.remedy"));
        }
        for (DataFile file : packed) {
            // Keeps the names of folders, which may be columns.
            Path target = folder.resolve(Integer.toString(all.size()));
            for (Path part : file.shown()) {
                target = part.toString().matches("\\w+=.+") ? target.resolve(part) : target;
            }
            try (InputStream bytes = file.bytes()) {
                Files.createDirectories(target);
                Files.copy(bytes, target.resolve(file.name()));
            } catch (IOException e) {
                throw file.unreadable(e);
            }
            all.add(target.resolve(file.name()));
        }
        return all;
    }
}
