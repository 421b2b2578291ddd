package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.Drivers;
import dev.nara.data.read.database.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The result of a database query as a table; Spark reads it in one task. */
final class QueryTable {
    private static final String PASSWORD = "NARA_DB_PASSWORD";
    private static final String ROWS_AT_ONCE = "10000";

    @Option(names = "--query", paramLabel = "FILE", descriptionKey = "job.query")
    private @Nullable Path query;

    @Option(names = "--db-user", paramLabel = "NAME", descriptionKey = "job.db-user")
    private String user = "";

    @Option(names = "--db-password-file", paramLabel = "FILE", descriptionKey = "job.db-password-file")
    private @Nullable Path passwordFile;

    /** Throws unless a query is given exactly if the path is a database. */
    void check(String path) throws Refused {
        if (DatabaseAddress.isOne(path) != (query != null)) {
            throw new Refused("refused.query");
        }
    }

    /**
     * Reads all columns.
     *
     * @param environment variables, with the password if it is not in a file
     */
    Dataset<Row> read(SparkSession session, String address, Map<String, String> environment)
            throws DataException, IOException {
        DatabaseAddress database = DatabaseAddress.of(address);
        DataFrameReader reader = session.read()
                .format("jdbc")
                .option("url", Drivers.url(database))
                .option("query", text())
                .option("fetchsize", ROWS_AT_ONCE);
        // Spark finds drivers in the jar of the jobs only by name.
        Drivers.bundled(database).ifPresent(driver -> reader.option("driver", driver));
        Drivers.properties(database).forEach((name, value) -> reader.option((String) name, (String) value));
        if (!user.isEmpty()) {
            reader.option("user", user);
        }
        String password = passwordFile == null ? environment.get(PASSWORD) : Login.password(passwordFile);
        if (password != null) {
            reader.option("password", password);
        }
        return reader.load();
    }

    /** The query without its final semicolon, because Spark embeds it in a query of its own. Its last line may be a comment. */
    private String text() throws DataException, IOException {
        return query == null ? "" : withoutEnd(InputFile.text(query)) + "\n";
    }

    private static String withoutEnd(String query) {
        String text = query.strip();
        int comment = text.lastIndexOf("--");
        boolean commentAlone = comment > 0
                && text.indexOf('\n', comment) < 0
                && text.substring(0, comment).strip().endsWith(";");
        if (commentAlone) {
            text = text.substring(0, comment).strip();
        }
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }
}
