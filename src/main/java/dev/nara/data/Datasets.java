package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens a dataset with the reader that recognises it, or with the one that is named. */
public final class Datasets {
    private final List<DatasetReader> readers;

    /** The readers, asked in this order. */
    public Datasets(List<DatasetReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** The names of all formats. */
    public List<String> formats() {
        return readers.stream().map(DatasetReader::format).toList();
    }

    /** Reads the dataset at the path; {@code format} may be null, then the content decides. */
    public Dataset read(Path path, @Nullable String format, Progress progress) throws DataException {
        if (!Files.exists(path)) {
            throw new DataException(path, Text.of("data.missing"), Text.of("data.missing.remedy"));
        }
        return reader(path, format).read(path, progress);
    }

    private DatasetReader reader(Path path, @Nullable String format) throws DataException {
        String known = formats().stream().collect(Collectors.joining(", "));
        for (DatasetReader reader : readers) {
            if (format == null ? reader.recognises(path) : reader.format().equals(format)) {
                return reader;
            }
        }
        if (format != null) {
            throw new DataException(
                    Text.of("data.format.unknown", format), Text.of("data.format.unknown.remedy", known));
        }
        throw new DataException(path, Text.of("data.unrecognised"), Text.of("data.unrecognised.remedy", known));
    }
}
