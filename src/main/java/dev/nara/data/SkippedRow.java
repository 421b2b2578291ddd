package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * A row that could not be read and was left out.
 *
 * @param file the name of its file, "" where that is not known
 * @param line where it stands, from 1; 0 where that is not known
 * @param reason what is wrong with it
 * @param cells what stands in it, as far as it is wanted
 */
public record SkippedRow(String file, long line, Text reason, List<String> cells) {
    /** Copies the cells. */
    public SkippedRow {
        cells = List.copyOf(cells);
    }

    /** Where a workspace keeps lists of such rows. */
    public static Path folder(Path workspace) {
        return workspace.resolve("skipped-rows");
    }
}
