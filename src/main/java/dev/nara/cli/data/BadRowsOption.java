package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.read.table.BadRows;
import dev.nara.interchange.SkippedRowsFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
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
        try {
            SkippedRowsFile.write(read, workspace, output.locale())
                    .ifPresent(file -> output.say(
                            Text.of("cli.skipped", read.source().skipped().size(), file)));
        } catch (IOException e) {
            output.say(DataException.unreadable(SkippedRowsFile.of(read.path(), workspace), e)
                    .message(output.locale()));
        }
    }
}
