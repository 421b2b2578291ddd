package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
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
import java.util.Locale;
import java.util.Optional;

/** Reads a Parquet file, or a folder of them at any depth as one table; folders named {@code column=value} are columns, too. */
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
        List<Path> found = files(files.path());
        return found.isEmpty() ? Optional.empty() : Optional.of(ParquetTable.of(files.path(), found));
    }

    @Override
    protected List<DataFile> read(DataFiles files) throws DataException {
        List<Path> found = files(files.path());
        found.forEach(DataInUse::add);
        return found.stream().map(DataFile::of).toList();
    }

    /** The Parquet files that a path stands for, in the order of their names; none where it stands for something else. */
    static List<Path> files(Path path) throws DataException {
        try {
            List<Path> several = FilePattern.files(path);
            if (!several.isEmpty()) {
                return several.stream().filter(ParquetReader::isNamed).toList();
            }
            if (!Files.isDirectory(path)) {
                return isParquet(path) ? List.of(path.toAbsolutePath()) : List.of();
            }
            return PartFiles.below(path.toAbsolutePath()).stream()
                    .filter(ParquetReader::isNamed)
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(path, e);
        }
    }

    private static boolean isNamed(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".parquet") || name.endsWith(".parq") || name.endsWith(".pq");
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
