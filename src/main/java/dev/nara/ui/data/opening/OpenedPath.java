package dev.nara.ui.data.opening;

import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.folder.FolderTables;
import dev.nara.store.Services;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to read at a path: of a folder of several tables the log and the tables that describe it, else the path itself.
 *
 * @param recipe the stored recipe; null if there is none
 * @param joined the tables that describe the log's items and users
 * @param unread the names of the other tables
 */
public record OpenedPath(Path log, @Nullable Recipe recipe, List<Path> joined, List<String> unread) {
    /** The maximum number of unread tables that are named. */
    private static final int SHOWN = 4;

    /** Copies the lists. */
    public OpenedPath {
        joined = List.copyOf(joined);
        unread = List.copyOf(unread);
    }

    /** Inspects a path. */
    public static OpenedPath of(Services services, Path path) throws DataException {
        Optional<Recipe> known = RecipeFile.find(path, services.workspace());
        if (known.isPresent()) {
            Optional<Path> file = RecipeFile.of(path);
            Optional<Path> table = file.isPresent() ? RecipeFile.tableIn(path, file.get()) : file;
            return new OpenedPath(table.orElse(path), known.get(), List.of(), List.of());
        }
        Optional<FolderTables> found = FolderTables.of(services.datasets(), path, Recipe.USUAL);
        if (found.isEmpty()) {
            return new OpenedPath(path, null, List.of(), List.of());
        }
        FolderTables tables = found.get();
        Recipe ofLog = RecipeFile.find(tables.log(), services.workspace()).orElse(null);
        List<Path> joined = Stream.of(tables.items(), tables.users())
                .filter(Objects::nonNull)
                .filter(table -> ofLog == null || (!table.equals(ofLog.items()) && !table.equals(ofLog.users())))
                .map(table -> table.at(tables.log()))
                .toList();
        return new OpenedPath(tables.log(), ofLog, joined, unread(tables));
    }

    private static List<String> unread(FolderTables tables) {
        return tables.tables().stream()
                .filter(line -> !line.joined())
                .map(FolderTables.Line::name)
                .toList();
    }

    /** Says which of several tables are read and which are not; empty for a single table. */
    public Optional<String> sentence(Texts texts) {
        int more = unread.size() - SHOWN;
        String shown = String.join(", ", unread.subList(0, Math.min(SHOWN, unread.size())));
        String name = String.valueOf(log.getFileName());
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                more > 0
                        ? texts.get("data.folder.log.more", name, shown, more)
                        : texts.get("data.folder.log", name, shown));
    }

    /** All tables to be read, the log first. */
    public List<Path> all() {
        return Stream.concat(Stream.of(log), joined.stream()).toList();
    }
}
