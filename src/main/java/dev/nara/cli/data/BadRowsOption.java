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

/** The option for handling rows that cannot be read. */
final class BadRowsOption {
    @Option(names = "--bad-rows", paramLabel = "stop|skip", descriptionKey = "cli.bad-rows")
    private @Nullable String word;

    /** The recipe with this option applied. */
    Recipe over(Recipe recipe) throws DataException {
        BadRows.skips(word);
        return word == null ? recipe : recipe.withBadRows(word);
    }

    /** Writes the rows that were left out to a file in the workspace, and prints its path. */
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
