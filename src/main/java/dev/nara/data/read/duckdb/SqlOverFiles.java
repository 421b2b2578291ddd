package dev.nara.data.read.duckdb;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs one SELECT over files. Each file is a table with the file's name without extensions, and a folder of Parquet files is a table with
 * the folder's name; {@code data} is everything given, if that is one table. Throws for anything but a single SELECT, and cannot read other
 * files.
 */
public final class SqlOverFiles {
    private static final Pattern END = Pattern.compile(";\\s*+(--[^\\n]*+\\s*+)*+$");
    private static final Pattern JSON = Pattern.compile("(?i).*\\.(json|jsonl|ndjson)(\\.gz|\\.zst)?");
    private static final String ALL = "data";

    private SqlOverFiles() {}

    /** Writes the result of a query to a Parquet file. */
    public static void write(Path data, String sql, Path target) throws DataException, IOException {
        try (DuckDb duck = DuckDb.open(List.of(data.toAbsolutePath()))) {
            check(duck, sql);
            for (Map.Entry<String, String> table : tables(data).entrySet()) {
                // Tables that the query does not use need not be readable.
                if (sql.toLowerCase(Locale.ROOT).contains(table.getKey().toLowerCase(Locale.ROOT))) {
                    duck.run("CREATE VIEW " + DuckDb.name(table.getKey()) + " AS SELECT * FROM " + table.getValue());
                }
            }
            ParquetFiles.write(duck, END.matcher(sql).replaceFirst(""), AtomicFile.at(target));
        } catch (SQLException e) {
            throw DuckDb.failed(data, e);
        }
    }

    /** The table name of a file in SQL over its folder, or over the file itself. */
    public static String table(Path data, Path file) {
        return DuckDb.name(file.equals(data) ? ALL : name(file));
    }

    /** The name of a column in SQL. */
    public static String column(String name) {
        return DuckDb.name(name);
    }

    private static void check(DuckDb duck, String sql) throws SQLException, DataException {
        try (PreparedStatement parser = duck.connection().prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            parser.setString(1, sql);
            try (ResultSet result = parser.executeQuery()) {
                result.next();
                JsonObject parsed = JsonParser.parseString(result.getString(1)).getAsJsonObject();
                boolean wrong = parsed.get("error").getAsBoolean();
                if (wrong && parsed.get("error_type").getAsString().equals("parser")) {
                    String said = parsed.get("error_message")
                            .getAsString()
                            .lines()
                            .findFirst()
                            .orElse("");
                    throw new DataException(Text.of("data.query.wrong", said), Text.of("data.query.wrong.remedy"));
                }
                if (wrong || parsed.getAsJsonArray("statements").size() != 1) {
                    throw new DataException(Text.of("data.query.select"), Text.of("data.query.select.remedy"));
                }
            }
        }
    }

    /** The SQL source of each table, by name. */
    private static Map<String, String> tables(Path data) throws DataException {
        Map<String, String> tables = new LinkedHashMap<>();
        if (!Files.isDirectory(data)) {
            String source = source(data.toAbsolutePath());
            tables.put(ALL, source);
            tables.put(name(data), source);
            return tables;
        }
        try (Stream<Path> within = Files.list(data.toAbsolutePath())) {
            for (Path each : within.sorted().toList()) {
                List<Path> parts = Files.isDirectory(each) ? ParquetReader.files(each) : List.of();
                if (Files.isRegularFile(each)) {
                    tables.putIfAbsent(name(each), source(each));
                } else if (!parts.isEmpty()) {
                    tables.putIfAbsent(name(each), ParquetTable.source(parts));
                }
            }
        } catch (IOException e) {
            throw DataException.unreadable(data, e);
        }
        List<Path> parts = ParquetReader.files(data);
        if (!parts.isEmpty()) {
            tables.putIfAbsent(ALL, ParquetTable.source(parts));
        }
        return tables;
    }

    /**
     * The SQL source of a file. Files that are neither Parquet nor named as JSON are read as delimited files, whose format DuckDB detects.
     */
    private static String source(Path file) throws DataException {
        List<Path> parquet = ParquetReader.files(file);
        if (!parquet.isEmpty()) {
            return ParquetTable.source(parquet);
        }
        boolean json = JSON.matcher(String.valueOf(file.getFileName())).matches();
        return (json ? "read_json(" : "read_csv(") + DuckDb.literal(file.toString()) + ")";
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
