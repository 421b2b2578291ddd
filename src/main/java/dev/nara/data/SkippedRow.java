package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * A row that could not be read and was left out.
 *
 * @param file the name of its file, "" if unknown
 * @param line its line, from 1; 0 if unknown
 * @param reason why it could not be read
 * @param cells its content, as far as needed
 */
public record SkippedRow(String file, long line, Text reason, List<String> cells) {
    public SkippedRow {
        cells = List.copyOf(cells);
    }

    /** The folder of a workspace for lists of skipped rows. */
    public static Path folder(Path workspace) {
        return workspace.resolve("skipped-rows");
    }
}
