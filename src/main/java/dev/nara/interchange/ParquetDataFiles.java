package dev.nara.interchange;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.data.read.duckdb.ParquetColumn;
import dev.nara.data.read.duckdb.ParquetType;
import dev.nara.data.read.duckdb.ParquetWriter;
import dev.nara.split.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dataset as Parquet files, see {@link DatasetFormat#PARQUET}. Ids are whole numbers where all of a kind are. */
final class ParquetDataFiles {
    static final String LOG = ".parquet";
    static final String TRAIN = ".train.parquet";
    static final String TEST = ".test.parquet";
    private static final String WHOLE = "0|-?[1-9]\\d{0,17}";

    private final TabbedFiles files;
    private final Dataset dataset;
    private final @Nullable Split split;
    private final ParquetColumn user;
    private final ParquetColumn item;

    ParquetDataFiles(TabbedFiles files, Dataset dataset, @Nullable Split split) {
        this.files = files;
        this.dataset = dataset;
        this.split = split;
        this.user = new ParquetColumn("user_id", ids(dataset.users()));
        this.item = new ParquetColumn("item_id", ids(dataset.items()));
    }

    private static ParquetType ids(IdIndex ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (!ids.id(i).matches(WHOLE)) {
                return ParquetType.TEXT;
            }
        }
        return ParquetType.WHOLE;
    }

    void write() throws IOException {
        if (split == null) {
            interactions(LOG, dataset.interactions());
        } else {
            interactions(TRAIN, split.train());
            truth(split);
        }
        attributes(".users.parquet", user, dataset.users(), dataset.userAttributes());
        attributes(".items.parquet", item, dataset.items(), dataset.itemAttributes());
    }

    private List<ParquetColumn> columns() {
        List<ParquetColumn> columns = new ArrayList<>(List.of(user, item));
        if (dataset.clock()) {
            columns.add(new ParquetColumn("timestamp", time()));
        }
        dataset.interactions().columns().forEach(name -> columns.add(new ParquetColumn(name, ParquetType.NUMBER)));
        return columns;
    }

    private ParquetType time() {
        Interactions rows = dataset.interactions();
        for (int r = 0; r < rows.size(); r++) {
            if (rows.time(r) % 1000 != 0) {
                return ParquetType.NANOS;
            }
        }
        return dataset.calendar().kind() == LogCalendar.Kind.INSTANTS ? ParquetType.INSTANT : ParquetType.LOCAL;
    }

    private void interactions(String name, Interactions rows) throws IOException {
        ParquetWriter.write(files.path(name), columns(), out -> {
            for (int u = 0; u < rows.users(); u++) {
                for (int r = rows.start(u); r < rows.end(u); r++) {
                    ids(out, u, rows.item(r), rows.time(r));
                    for (String column : rows.columns()) {
                        out.add(rows.number(column, r));
                    }
                }
            }
        });
    }

    /** Held-out pairs without a row, with the time of the user's last row. */
    private void truth(Split cut) throws IOException {
        Interactions rows = dataset.interactions();
        ParquetWriter.write(files.path(TEST), columns(), out -> {
            for (int u = 0; u < rows.users(); u++) {
                for (int found : cut.truth(u)) {
                    ids(out, u, found, rows.count(u) == 0 ? 0 : rows.time(rows.end(u) - 1));
                    for (int c = 0; c < rows.columns().size(); c++) {
                        out.add(Float.NaN);
                    }
                }
            }
        });
    }

    private void ids(ParquetWriter out, int u, int i, long time) throws IOException {
        out.add(dataset.users().id(u));
        out.add(dataset.items().id(i));
        if (dataset.clock()) {
            out.add(time);
        }
    }

    private void attributes(String name, ParquetColumn id, IdIndex ids, Attributes attributes) throws IOException {
        List<String> names = attributes.names().stream()
                .filter(column -> !attributes.isAggregate(column))
                .toList();
        if (names.isEmpty()) {
            return;
        }
        List<ParquetColumn> columns = new ArrayList<>(List.of(id));
        names.forEach(column -> columns.add(new ParquetColumn(
                column,
                attributes.isNumeric(column)
                        ? ParquetType.EXACT
                        : attributes.isList(column) ? ParquetType.TEXTS : ParquetType.TEXT)));
        Map<String, double[]> numbers = new HashMap<>();
        names.stream().filter(attributes::isNumeric).forEach(column -> numbers.put(column, attributes.numbers(column)));
        ParquetWriter.write(files.path(name), columns, out -> {
            for (int i = 0; i < ids.size(); i++) {
                out.add(ids.id(i));
                for (ParquetColumn column : columns.subList(1, columns.size())) {
                    switch (column.type()) {
                        case EXACT -> out.add(number(numbers, column, i));
                        case TEXTS -> out.add(attributes.members(column.name(), i));
                        default -> out.add(attributes.text(column.name(), i));
                    }
                }
            }
        });
    }

    private static double number(Map<String, double[]> numbers, ParquetColumn column, int i) {
        double[] values = numbers.get(column.name());
        return values == null ? Double.NaN : values[i];
    }
}
