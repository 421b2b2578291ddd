package dev.nara.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables that Spark reads: Parquet, delimited text with a header, or a JSON object a line. */
final class Tables {
    /** What a table can be read as. */
    static final List<String> FORMATS = List.of("parquet", "csv", "json");

    private Tables() {}

    /** All columns; those of text files are texts. An empty format is told by the end of the path, and Parquet where that says nothing. */
    static Dataset<Row> read(SparkSession session, String path, String format) throws Refused {
        return read(session, path, format, path.matches("(?i).*\\.tsv(\\.gz)?/?") ? "\t" : ",");
    }

    /** The same of text whose cells are delimited so. A row with more or fewer cells than the header ends the reading, with its text. */
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

    /** The column of that name, in any case. */
    static String column(Dataset<Row> table, String name) throws Refused {
        return Arrays.stream(table.columns())
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Refused("refused.column", name, String.join(", ", table.columns())));
    }
}
