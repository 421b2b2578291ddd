package dev.nara.interchange;

import dev.nara.data.AtomicFile;
import dev.nara.data.Dataset;
import dev.nara.data.SkippedRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Stores the rows of a dataset that were skipped because they could not be read, as a CSV file in the workspace. */
public final class SkippedRowsFile {
    private SkippedRowsFile() {}

    /** Writes the file; nothing if no row was skipped. */
    public static Optional<Path> write(Dataset read, Path workspace, Locale locale) throws IOException {
        List<SkippedRow> skipped = read.source().skipped();
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        Path file = of(read.path(), workspace);
        boolean parts = skipped.stream().map(SkippedRow::file).distinct().count() > 1;
        List<List<String>> rows = new ArrayList<>(
                List.of(parts ? List.of("line", "reason", "row", "file") : List.of("line", "reason", "row")));
        for (SkippedRow row : skipped) {
            List<String> cells = new ArrayList<>(
                    List.of(Long.toString(row.line()), row.reason().in(locale), String.join(" | ", row.cells())));
            if (parts) {
                cells.add(row.file());
            }
            rows.add(cells);
        }
        byte[] table = CsvFile.table(rows).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(table));
        return Optional.of(file);
    }

    /** The path of the file, one per dataset, so that repeated reading does not fill the folder. */
    public static Path of(Path data, Path workspace) {
        UUID place = UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8));
        return SkippedRow.folder(workspace)
                .resolve(data.getFileName() + "-" + place.toString().substring(0, 8) + ".csv");
    }
}
