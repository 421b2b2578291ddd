package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.PrivateFiles;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.data.read.table.BadRows;
import dev.nara.interchange.CsvFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of rows that cannot be read. */
final class BadRowsOption {
    @Option(names = "--bad-rows", paramLabel = "stop|skip", descriptionKey = "cli.bad-rows")
    private @Nullable String word;

    /** A recipe with what is said here. */
    Recipe over(Recipe recipe) throws DataException {
        BadRows.skips(word);
        return word == null ? recipe : recipe.withBadRows(word);
    }

    /** Lists the rows that were left out in a file of the workspace, and says where. */
    static void tell(Dataset read, Path workspace, Output output) {
        List<SkippedRow> skipped = read.source().skipped();
        if (skipped.isEmpty()) {
            return;
        }
        Path file = file(read.path(), workspace);
        List<List<String>> rows = new ArrayList<>(List.of(List.of("line", "reason", "row")));
        for (SkippedRow row : skipped) {
            rows.add(List.of(
                    Long.toString(row.line()), row.reason().in(output.locale()), String.join(" | ", row.cells())));
        }
        try {
            PrivateFiles.createFolderOf(file);
            CsvFile.table(file, rows);
            output.say(Text.of("cli.skipped", skipped.size(), file));
        } catch (IOException e) {
            output.say(DataException.unreadable(file, e).message(output.locale()));
        }
    }

    /** One a dataset, so that the same data does not fill the folder. */
    private static Path file(Path data, Path workspace) {
        UUID place = UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8));
        return SkippedRow.folder(workspace)
                .resolve(data.getFileName() + "-" + place.toString().substring(0, 8) + ".csv");
    }
}
