package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.data.JoinedTable;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.folder.FolderTables;
import dev.nara.text.ShellWords;
import dev.nara.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints which table of a folder is read, and what the others are. */
final class FolderLines {
    private FolderLines() {}

    /**
     * Finds the tables at a path, and prints them if there are several.
     *
     * @param recipe the file of the recipe in use, if any; it determines which table is read
     */
    static Optional<FolderTables> find(
            Datasets datasets, Path path, Recipe reading, Optional<Path> recipe, Output output) throws DataException {
        if (recipe.isPresent()) {
            return RecipeFile.tableIn(path, recipe.get()).map(FolderTables::of);
        }
        Optional<FolderTables> found = FolderTables.of(datasets, path, reading);
        if (found.isPresent() && found.get().tables().size() > 1) {
            say(path, found.get(), output);
        }
        return found;
    }

    private static void say(Path path, FolderTables tables, Output output) {
        String key = Files.isDirectory(path) ? "folder.tables" : "folder.tables.file";
        output.say(Text.of(key, tables.tables().size()));
        int width = tables.tables().stream()
                .mapToInt(line -> TextTable.width(line.name()))
                .max()
                .orElse(0);
        for (FolderTables.Line line : tables.tables()) {
            output.say("  " + TextTable.padded(line.name(), width + 2)
                    + line.what().in(output.locale())
                    + (line.joined() || line.options().isEmpty() ? "" : "  " + line.options()));
        }
        if (tables.unseen() > 0) {
            output.say("  " + Text.of("folder.unseen", tables.unseen()).in(output.locale()));
        }
        output.say(Text.of(
                "folder.written",
                "--data " + ShellWords.quoted(tables.log().toString()) + option("items", tables.items(), tables)
                        + option("users", tables.users(), tables)));
    }

    private static String option(String kind, @Nullable JoinedTable table, FolderTables of) {
        return table == null
                ? ""
                : " --" + kind + " " + ShellWords.quoted(table.at(of.log()).toString()) + " --" + kind + "-key "
                        + ShellWords.quoted(table.key());
    }
}
