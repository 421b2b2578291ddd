package dev.nara.interchange;

import dev.nara.chart.RunCurve;
import dev.nara.data.AtomicFile;
import dev.nara.data.Dataset;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tables for other programs: UTF-8, comma, LF, quotes as in RFC 4180, numbers with a point. */
public final class CsvFile {
    private CsvFile() {}

    /** Writes the {@code k} best items of every given user, one row a place. */
    public static void recommendations(
            Path file,
            Dataset dataset,
            Recommendations recommendations,
            List<Integer> users,
            int k,
            UnaryOperator<String> named)
            throws IOException {
        List<List<Entry>> lists =
                recommendations.top(users.stream().mapToInt(u -> u).toArray(), k);
        StringBuilder text = new StringBuilder("user,rank,item,title,genre,score,seen,held_out\n");
        for (int n = 0; n < lists.size(); n++) {
            for (Entry entry : lists.get(n)) {
                text.append(row(dataset, named.apply(dataset.users().id(users.get(n))), entry));
            }
        }
        write(file, text.toString());
    }

    private static String row(Dataset dataset, String user, Entry entry) {
        return String.join(
                        ",",
                        quoted(user),
                        Integer.toString(entry.rank()),
                        quoted(dataset.items().id(entry.item())),
                        quoted(dataset.title(entry.item())),
                        quoted(dataset.genre(entry.item())),
                        Float.toString(entry.score()),
                        Boolean.toString(entry.seen()),
                        Boolean.toString(entry.heldOut()))
                + "\n";
    }

    /**
     * Writes loss, seconds and metrics, one row an epoch. Metrics are called by the part that they are of, such as {@code
     * validation/HR@10}; those of the test stand in the row of the best epoch.
     */
    public static void curves(Path file, List<RunEvent> events) throws IOException {
        Part part = RunEvent.epochPart(events);
        Optional<RunEvent.Tested> tested = RunEvent.tested(events);
        List<Row> rows = new ArrayList<>();
        for (RunEvent.EpochDone epoch : RunEvent.epochs(events)) {
            Row row = Row.of(epoch, part);
            tested.filter(t -> epoch.best() && t.epoch() == epoch.epoch()).ifPresent(t -> t.metrics()
                    .forEach((metric, figure) -> row.figures.put(Part.TEST.path(metric), figure)));
            rows.add(row);
        }
        Set<String> metrics = metrics(rows);
        StringBuilder text = new StringBuilder(String.join(",", header(metrics))).append('\n');
        for (Row row : rows) {
            text.append(String.join(",", row.cells(metrics))).append('\n');
        }
        write(file, text.toString());
    }

    /** An epoch with its figures by the names of their columns. */
    private record Row(RunEvent.EpochDone epoch, Map<String, Double> figures) {
        static Row of(RunEvent.EpochDone epoch, Part part) {
            Map<String, Double> figures = new LinkedHashMap<>();
            epoch.metrics().forEach((metric, figure) -> figures.put(part.path(metric), figure));
            return new Row(epoch, figures);
        }

        List<String> cells(Set<String> metrics) {
            List<String> cells = new ArrayList<>(List.of(
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

    /** The same of several runs, the run first; without figures of their tests. */
    public static void curves(Path file, Collection<RunCurve> curves) throws IOException {
        Map<RunCurve, List<Row>> rows = new LinkedHashMap<>();
        for (RunCurve curve : curves) {
            rows.put(
                    curve,
                    curve.epochs().stream()
                            .map(epoch -> Row.of(epoch, curve.part()))
                            .toList());
        }
        Set<String> metrics =
                metrics(rows.values().stream().flatMap(List::stream).toList());
        StringBuilder text = new StringBuilder("run,data,")
                .append(String.join(",", header(metrics)))
                .append('\n');
        for (RunCurve curve : curves) {
            for (Row row : rows.getOrDefault(curve, List.of())) {
                text.append(quoted(curve.name()))
                        .append(',')
                        .append(quoted(curve.data()))
                        .append(',')
                        .append(String.join(",", row.cells(metrics)))
                        .append('\n');
            }
        }
        write(file, text.toString());
    }

    private static Set<String> metrics(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.figures().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> header(Set<String> metrics) {
        List<String> header = new ArrayList<>(List.of("phase", "epoch", "loss", "seconds", "examples_per_second"));
        metrics.forEach(metric -> header.add(quoted(metric)));
        return header;
    }

    /** Writes rows of texts; the first names the columns. */
    public static void table(Path file, List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(row.stream().map(CsvFile::quoted).collect(Collectors.joining(",")))
                    .append('\n');
        }
        write(file, text.toString());
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void write(Path file, String content) throws IOException {
        AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
