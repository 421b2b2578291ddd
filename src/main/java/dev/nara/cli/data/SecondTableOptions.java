package dev.nara.cli.data;

import dev.nara.data.DataException;
import dev.nara.data.JoinedTable;
import dev.nara.data.Recipe;
import dev.nara.text.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for additional tables with attributes of items and users. */
final class SecondTableOptions {
    @Option(names = "--items", paramLabel = "FILE", descriptionKey = "cli.items")
    private @Nullable Path items;

    @Option(names = "--items-key", paramLabel = "COLUMN", descriptionKey = "cli.items-key")
    private @Nullable String itemsKey;

    @Option(names = "--users", paramLabel = "FILE", descriptionKey = "cli.users")
    private @Nullable Path users;

    @Option(names = "--users-key", paramLabel = "COLUMN", descriptionKey = "cli.users-key")
    private @Nullable String usersKey;

    /** The recipe with these options applied, for the data at a path. */
    Recipe over(Recipe recipe, Path data) throws DataException {
        return recipe.joined(
                one(items, itemsKey, recipe.items(), data, "--items"),
                one(users, usersKey, recipe.users(), data, "--users"));
    }

    private static @Nullable JoinedTable one(
            @Nullable Path file, @Nullable String key, @Nullable JoinedTable base, Path data, String option)
            throws DataException {
        if (file != null && file.toString().isEmpty()) {
            return null;
        }
        if (file != null) {
            return JoinedTable.of(data, file, key == null ? "" : key);
        }
        if (key != null && base == null) {
            throw new DataException(
                    Text.of("cli.key.alone", option + "-key", option), Text.of("cli.key.alone.remedy", option));
        }
        return key == null || base == null ? base : new JoinedTable(base.file(), key);
    }
}
