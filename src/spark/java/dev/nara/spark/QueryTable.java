package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A table that a query of a database gives; Spark asks for it, in one task. */
final class QueryTable {
    private static final String PASSWORD = "NARA_DB_PASSWORD";
    private static final String ROWS_AT_ONCE = "10000";

    /** The drivers in the jar of the jobs, which Spark finds by name alone. */
    private static final Map<String, String> DRIVERS = Map.of(
            "postgresql", "org.postgresql.Driver",
            "mariadb", "org.mariadb.jdbc.Driver",
            "sqlite", "org.sqlite.JDBC",
            "duckdb", "org.duckdb.DuckDBDriver");

    @Option(names = "--query", paramLabel = "FILE", descriptionKey = "job.query")
    private @Nullable Path query;

    @Option(names = "--db-user", paramLabel = "NAME", descriptionKey = "job.db-user")
    private String user = "";

    @Option(names = "--db-password-file", paramLabel = "FILE", descriptionKey = "job.db-password-file")
    private @Nullable Path passwordFile;

    /** Makes sure that there is a query for a database, and for nothing else. */
    void check(String path) throws Refused {
        if (DatabaseAddress.isOne(path) != (query != null)) {
            throw new Refused("refused.query");
        }
    }

    /**
     * All columns.
     *
     * @param environment where the password is, if in no file
     */
    Dataset<Row> read(SparkSession session, String address, Map<String, String> environment)
            throws DataException, IOException {
        String url = DatabaseAddress.of(address).url();
        DataFrameReader reader = session.read()
                .format("jdbc")
                .option("url", url)
                .option("query", text())
                .option("fetchsize", ROWS_AT_ONCE);
        String driver = DRIVERS.get(url.split(":", -1)[1].toLowerCase(Locale.ROOT));
        if (driver != null) {
            reader.option("driver", driver);
        }
        if (!user.isEmpty()) {
            reader.option("user", user);
        }
        String password = passwordFile == null ? environment.get(PASSWORD) : Login.password(passwordFile);
        if (password != null) {
            reader.option("password", password);
        }
        return reader.load();
    }

    /** Without the semicolon at its end, for Spark puts it into a query of its own. */
    private String text() throws DataException, IOException {
        return query == null
                ? ""
                : InputFile.text(query).strip().replaceAll(";+$", "").strip();
    }
}
