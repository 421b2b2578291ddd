package dev.nara.ui.database;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.duckdb.ParquetDifference;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A new snapshot, and how to open it.
 *
 * @param file the file of the snapshot
 * @param recipe the known recipe for its columns; null if the user has to be asked
 * @param change how it differs from the previous one; null if there is none to compare with
 */
record SnapshotOpening(
        Path file, @Nullable Recipe recipe, @Nullable Text change) {
    /** Runs the query and stores its answer in the workspace, as the command line does. */
    static SnapshotOpening take(Path workspace, SourceQuery query, Login login, Progress progress)
            throws DataException, IOException {
        QuerySnapshots.Taken taken = new QuerySnapshots(workspace).take(query, login, Instant.now(), progress);
        Optional<Recipe> known = RecipeFile.find(taken.file(), workspace);
        boolean inherits = known.isEmpty() && taken.before().isPresent();
        if (inherits) {
            known = RecipeFile.find(taken.before().get(), workspace);
        }
        Text change = change(taken, known.orElse(null));
        tell(taken, progress);
        if (inherits && known.isPresent()) {
            RecipeFile.write(RecipeFile.kept(workspace, taken.file()), known.get());
        }
        return new SnapshotOpening(taken.file(), known.orElse(null), change);
    }

    /** Deletes the snapshot if the request was cancelled meanwhile. */
    private static void tell(QuerySnapshots.Taken taken, Progress progress) throws IOException {
        try {
            progress.at(0, 0);
        } catch (CancellationException e) {
            if (!taken.unchanged()) {
                Files.deleteIfExists(taken.file());
            }
            throw e;
        }
    }

    private static @Nullable Text change(QuerySnapshots.Taken taken, @Nullable Recipe recipe) throws DataException {
        if (taken.unchanged()) {
            return Text.of("database.same");
        }
        ColumnRoles roles = recipe == null ? null : recipe.columns();
        if (taken.before().isEmpty() || roles == null) {
            return null;
        }
        ParquetDifference change = ParquetDifference.of(taken.before().get(), taken.file(), roles.user(), roles.item());
        return Text.of(
                "cli.query.changed",
                Numbers.grouped(change.before()),
                Numbers.grouped(change.after()),
                Numbers.grouped(change.users()),
                Numbers.grouped(change.usersGone()),
                Numbers.grouped(change.items()),
                Numbers.grouped(change.itemsGone()));
    }
}
