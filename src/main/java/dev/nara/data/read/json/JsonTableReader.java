package dev.nara.data.read.json;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.parts.PartsTable;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON: objects in lines or in an array, also below a member, users with lists of items, and Python literals. Nested members are
 * columns called {@code a.b}.
 */
public final class JsonTableReader extends TableReader {
    /** The name of the format. */
    public static final String FORMAT = "json";

    private static final String NAMES = "(?i).*\\.(json|jsonl|ndjson)";
    private static final String LOGS = "(?i).*(review|rating|interaction|event|play|history|log).*";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        List<DataFile> parts = filled(files);
        if (!parts.isEmpty() && JsonLayout.begins(parts.get(0))) {
            return Optional.of(parts(files, parts));
        }
        Optional<DataFile> file = file(files);
        if (file.isEmpty() || !JsonLayout.begins(file.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonTable.of(file.get()));
        } catch (DataException e) {
            if (file.get().name().matches(NAMES)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static List<DataFile> filled(DataFiles files) {
        return files.parts().stream().filter(file -> file.size() > 0).toList();
    }

    private static Table parts(DataFiles files, List<DataFile> parts) throws DataException {
        JsonTable first = JsonTable.of(parts);
        return new PartsTable(
                files.path(),
                parts,
                first,
                (part, columns) -> Optional.of(first.part(part).select(columns)));
    }

    /** The file a path means: itself, or the only one of its folder or archive; of several, the only one named like a log. */
    private static Optional<DataFile> file(DataFiles files) {
        if (files.chosen().isPresent()) {
            return files.chosen();
        }
        List<DataFile> named =
                files.data().stream().filter(f -> f.name().matches(NAMES)).toList();
        List<DataFile> logs = named.size() == 1
                ? named
                : named.stream().filter(f -> f.name().matches(LOGS)).toList();
        return logs.size() == 1 ? Optional.of(logs.get(0)) : Optional.empty();
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        List<DataFile> parts = filled(files);
        return parts.isEmpty() ? file(files).stream().toList() : parts;
    }
}
