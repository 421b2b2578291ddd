package dev.nara.interchange;

import dev.nara.chart.RunCurve;
import dev.nara.data.Dataset;
import dev.nara.data.OutputFile;
import dev.nara.data.read.duckdb.ParquetFiles;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.text.Neutral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes tables for other programs: UTF-8, comma, LF, quotes as in RFC 4180, numbers with a point. Cells that a spreadsheet would interpret
 * as formulas are prefixed with an apostrophe. Files named ".parquet" are written as Parquet instead.
 */
public final class CsvFile {
    /** Columns that hold texts even if all of them look like numbers. */
    private static final Set<String> TEXTS = Set.of("user", "item", "title", "genre", "data");

    private CsvFile() {}

    /** Writes the top {@code k} items of every given user, one row per item; {@code raw} leaves cells as in the data. */
    public static void recommendations(
            Path file,
            Dataset dataset,
            Recommendations recommendations,
            List<Integer> users,
            int k,
            UnaryOperator<String> named,
            boolean raw)
            throws IOException {
        List<List<Entry>> lists =
                recommendations.top(users.stream().mapToInt(u -> u).toArray(), k);
        // Spreadsheets interpret only text cells as formulas.
        boolean plain = raw || isParquet(file);
        StringBuilder text = new StringBuilder("user,rank,item,title,genre,score,seen,held_out,data\n");
        for (int n = 0; n < lists.size(); n++) {
            for (Entry entry : lists.get(n)) {
                text.append(row(dataset, named.apply(dataset.users().id(users.get(n))), entry, plain));
            }
        }
        write(file, text.toString());
    }

    private static String row(Dataset dataset, String user, Entry entry, boolean raw) {
        return String.join(
                        ",",
                        quoted(user, raw),
                        Integer.toString(entry.rank()),
                        quoted(dataset.items().id(entry.item()), raw),
                        quoted(dataset.title(entry.item()), raw),
                        quoted(dataset.genre(entry.item()), raw),
                        Float.toString(entry.score()),
                        Boolean.toString(entry.seen()),
                        Boolean.toString(entry.heldOut()),
                        quoted(dataset.name(), raw))
                + "\n";
    }

    /**
     * Writes data, loss, seconds and metrics, one row per epoch. Metrics are named with their part, such as {@code validation/HR@10}; those
     * on the test part are in the row of the best epoch.
     */
    public static void curves(Path file, List<RunEvent> events) throws IOException {
        write(file, curves(events));
    }

    /** The same as a text. */
    static String curves(List<RunEvent> events) {
        String data = events.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(started -> ((RunEvent.Started) started).data())
                .findFirst()
                .orElse("");
        List<Row> rows =
                Row.of(List.of(data), RunEvent.epochs(events), RunEvent.epochPart(events), RunEvent.tested(events));
        return table(List.of("data"), rows);
    }

    /** The same for several runs, this one first. */
    public static void curves(Path file, Collection<RunCurve> curves) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (RunCurve curve : curves) {
            rows.addAll(Row.of(List.of(curve.name(), curve.data()), curve.epochs(), curve.part(), curve.tested()));
        }
        write(file, table(List.of("run", "data"), rows));
    }

    /** An epoch with its part, and its figures by column name. */
    private record Row(List<String> of, RunEvent.EpochDone epoch, Map<String, Double> figures) {
        static List<Row> of(
                List<String> of, List<RunEvent.EpochDone> epochs, Part part, Optional<RunEvent.Tested> tested) {
            List<Row> rows = new ArrayList<>();
            for (RunEvent.EpochDone epoch : epochs) {
                Map<String, Double> figures = new LinkedHashMap<>();
                epoch.metrics().forEach((metric, figure) -> figures.put(part.path(metric), figure));
                tested.filter(t -> epoch.best() && t.epoch() == epoch.epoch()).ifPresent(t -> t.metrics()
                        .forEach((metric, figure) -> figures.put(Part.TEST.path(metric), figure)));
                rows.add(new Row(of, epoch, figures));
            }
            return rows;
        }

        List<String> cells(Set<String> metrics) {
            List<String> cells = new ArrayList<>(of);
            cells.addAll(List.of(
                    epoch.phase(),
                    Integer.toString(epoch.epoch()),
                    Double.toString(epoch.loss()),
                    Double.toString(epoch.seconds()),
                    Double.toString(epoch.examplesPerSecond())));
            for (String metric : metrics) {
                Double figure = figures.get(metric);
                cells.add(figure == null ? "" : figure.toString());
            }
            return cells;
        }
    }

    private static String table(List<String> of, List<Row> rows) {
        Set<String> metrics = rows.stream()
                .flatMap(row -> row.figures().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> head = new ArrayList<>(of);
        head.addAll(List.of("phase", "epoch", "loss", "seconds", "examples_per_second"));
        head.addAll(metrics);
        return line(head) + rows.stream().map(row -> line(row.cells(metrics))).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> quoted(cell, false)).collect(Collectors.joining(",")) + "\n";
    }

    /** Writes rows of texts; the first one names the columns. */
    public static void table(Path file, List<List<String>> rows) throws IOException {
        write(file, table(rows));
    }

    /** The same as a text. */
    static String table(List<List<String>> rows) {
        return rows.stream().map(CsvFile::line).collect(Collectors.joining());
    }

    private static String quoted(String cell, boolean raw) {
        String text = raw ? cell : Neutral.cell(cell);
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isParquet(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ParquetFiles.ENDING);
    }

    private static void write(Path file, String content) throws IOException {
        if (isParquet(file)) {
            String header = content.substring(0, content.indexOf('\n'));
            ParquetFiles.ofCsv(
                    OutputFile.at(file),
                    content,
                    Stream.of(header.split(",", -1)).filter(TEXTS::contains).toList());
        } else {
            OutputFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
