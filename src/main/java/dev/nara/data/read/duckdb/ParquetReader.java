package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.OwnOutput;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.FilePattern;
import dev.nara.data.read.file.PartFiles;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a Parquet file, or all in a folder or an archive as one table; folders named {@code column=value} are columns, too. */
public final class ParquetReader extends TableReader {
    /** The name of the format. */
    public static final String FORMAT = "parquet";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        List<DataFile> packed = packed(files);
        List<Path> found = packed.isEmpty() ? files(files.path()) : List.of();
        return packed.isEmpty() && found.isEmpty()
                ? Optional.empty()
                : Optional.of(ParquetTable.of(files.path(), new ParquetPlace(found, packed)));
    }

    @Override
    protected List<DataFile> read(DataFiles files) throws DataException {
        List<DataFile> packed = packed(files);
        List<Path> found = packed.isEmpty() ? files(files.path()) : List.of();
        found.forEach(DataInUse::add);
        return packed.isEmpty() ? found.stream().map(DataFile::of).toList() : packed;
    }

    /** The Parquet files in an archive: the selected one, or all. */
    private static List<DataFile> packed(DataFiles files) {
        return files.chosen().map(List::of).orElseGet(files::data).stream()
                .filter(file -> DataFiles.isParquet(file.name()) && !Files.exists(file.shown()))
                .toList();
    }

    /** The Parquet files of a path, ordered by name; empty if it is something else. */
    static List<Path> files(Path path) throws DataException {
        try {
            List<Path> several = FilePattern.files(path);
            if (!several.isEmpty()) {
                return several.stream().filter(ParquetReader::isNamed).toList();
            }
            if (!Files.isDirectory(path)) {
                return isParquet(path) ? List.of(path.toAbsolutePath()) : List.of();
            }
            return OwnOutput.without(PartFiles.below(path.toAbsolutePath()), OwnOutput::is).stream()
                    .filter(ParquetReader::isNamed)
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(path, e);
        }
    }

    private static boolean isNamed(Path file) {
        return DataFiles.isParquet(String.valueOf(file.getFileName()));
    }

    private static boolean isParquet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }
}
