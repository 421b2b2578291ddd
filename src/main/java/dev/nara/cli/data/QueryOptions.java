package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.duckdb.ParquetDifference;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for data from a query on a database or on files. It is read from a snapshot, so that it does not change. */
final class QueryOptions {
    private static final String PASSWORD = "NARA_DB_PASSWORD";

    @Option(names = "--query", paramLabel = "FILE", descriptionKey = "cli.query")
    private @Nullable Path query;

    @Option(names = "--refresh", descriptionKey = "cli.refresh")
    private boolean refresh;

    @Option(names = "--db-user", paramLabel = "NAME", descriptionKey = "cli.db-user")
    private String user = "";

    @Option(names = "--db-password-file", paramLabel = "FILE", descriptionKey = "cli.db-password-file")
    private @Nullable Path passwordFile;

    private @Nullable Path earlier;

    /** Whether a query is given. */
    boolean given() {
        return query != null;
    }

    /** Whether the rows come from a query; throws if there are options that require one and none is given. */
    boolean asked(String data) throws DataException {
        if (query == null && (refresh || DatabaseAddress.isOne(data))) {
            throw new DataException(Text.of("cli.query.none"), Text.of("cli.query.none.remedy"));
        }
        return query != null;
    }

    /** The snapshot of the query's result in the workspace: the existing one, unless a refresh is requested. */
    Path snapshot(String data, Services services, Output output) throws DataException {
        if (query == null) {
            throw new IllegalStateException();
        }
        SourceQuery asked = SourceQuery.of(data, query).by(user);
        QuerySnapshots snapshots = new QuerySnapshots(services.workspace());
        Optional<Path> newest = snapshots.newest(asked);
        if (newest.isPresent() && !refresh) {
            output.say(Text.of("cli.query.kept", newest.get()));
            return newest.get();
        }
        try {
            QuerySnapshots.Taken taken = snapshots.take(asked, login(asked, output), Instant.now(), output.counting());
            earlier = taken.unchanged() ? null : taken.before().orElse(null);
            output.say(Text.of(taken.unchanged() ? "cli.query.same" : "cli.query.taken", taken.file()));
            return taken.file();
        } catch (IOException e) {
            throw DataException.unreadable(services.workspace(), e);
        } finally {
            output.endReading();
        }
    }

    /** Prints what changed since the previous snapshot, once the user and item columns are known. */
    void tellChange(Path snapshot, @Nullable ColumnRoles roles, Output output) throws DataException {
        if (earlier != null && roles != null) {
            ParquetDifference change = ParquetDifference.of(earlier, snapshot, roles.user(), roles.item());
            output.say(Text.of(
                    "cli.query.changed",
                    change.before(),
                    change.after(),
                    change.users(),
                    change.usersGone(),
                    change.items(),
                    change.itemsGone()));
        }
    }

    /** The login for a database; it asks for a password only when one is needed, which queries on files never do. */
    private Login login(SourceQuery asked, Output output) throws DataException {
        String password = passwordFile != null ? Login.password(passwordFile) : System.getenv(PASSWORD);
        return new Login(user, password, () -> typed(asked, output));
    }

    private static @Nullable String typed(SourceQuery asked, Output output) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword(
                        "%s ", Text.of("cli.query.password", asked.source()).in(output.locale())))
                .map(String::new)
                .orElse(null);
    }
}
