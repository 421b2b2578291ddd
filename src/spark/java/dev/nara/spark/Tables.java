package dev.nara.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables that Spark reads: Parquet, delimited text with a header, or one JSON object per line. */
final class Tables {
    /** The supported formats. */
    static final List<String> FORMATS = List.of("parquet", "csv", "json");

    private Tables() {}

    /**
     * Reads all columns; those of text files are texts. An empty format is derived from the end of the path, with Parquet as the default.
     */
    static Dataset<Row> read(SparkSession session, String path, String format) throws Refused {
        return read(session, path, format, path.matches("(?i).*\\.tsv(\\.gz)?/?") ? "\t" : ",");
    }

    /** Reads a table with a given delimiter. A row with more or fewer cells than the header is an error, which contains its text. */
    static Dataset<Row> read(SparkSession session, String path, String format, String delimiter) throws Refused {
        DataFrameReader reader = session.read();
        return switch (format.isEmpty() ? ending(path) : format) {
            case "csv" ->
                reader.option("header", true)
                        .option("escape", "\"")
                        .option("sep", delimiter)
                        .option("mode", "FAILFAST")
                        .option("multiLine", true)
                        .csv(path);
            case "json" -> reader.option("primitivesAsString", true).json(path);
            case "parquet" -> reader.parquet(path);
            default -> throw new Refused("refused.format", format, String.join(", ", FORMATS));
        };
    }

    private static String ending(String path) {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("[/\\\\]+$", "").replaceAll("\\.gz$", "");
        if (name.matches(".*\\.(csv|tsv|txt)")) {
            return "csv";
        }
        return name.matches(".*\\.(json|jsonl|ndjson)") ? "json" : "parquet";
    }

    /** The column with a name, ignoring case. */
    static String column(Dataset<Row> table, String name) throws Refused {
        return Arrays.stream(table.columns())
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refused("refused.column", name, String.join(", ", table.columns())));
    }
}
