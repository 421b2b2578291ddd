package dev.nara.data.read.file;

import dev.nara.data.Attributes;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Reads a file with one row per user or item, whose first column is the id. Joins by id; unknown ids are left out. */
public final class AttributeFile {
    /** How many attributes an example shows. */
    private static final int SHOWN = 3;

    private AttributeFile() {}

    /**
     * A column of attributes.
     *
     * @param name of the attribute
     * @param kind of its values
     */
    public record Column(String name, Kind kind) {}

    /** The kind of a column's values. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Several values, separated by "|" or by a comma. */
        LIST,
        /** Several values, separated by spaces. */
        SPACED_LIST
    }

    /**
     * Reads the file.
     *
     * @param file with the id and then {@code columns}, in this order
     * @param ids the users or items in the log
     * @param kind "users" or "items", for findings: rows whose id is not in the log, and rows that repeat an id
     */
    public static Attributes read(Table file, List<Column> columns, IdIndex ids, String kind, Findings findings)
            throws DataException {
        AttributesBuilder builder = new AttributesBuilder(ids.size());
        List<Setter> setters = new ArrayList<>();
        for (Column column : columns) {
            setters.add(
                    switch (column.kind()) {
                        case NUMBER -> numbers(builder.number(column.name()));
                        case TEXT -> texts(builder.text(column.name()));
                        case LIST -> texts(builder.list(column.name()));
                        case SPACED_LIST -> spaced(builder.list(column.name()));
                    });
        }
        boolean[] known = new boolean[ids.size()];
        file.orNoRows().forEach(Progress.NONE, row -> {
            String id = row.required(0);
            int index = ids.indexOf(id);
            if (index < 0) {
                findings.add("attributes-of-unknown-" + kind, () -> id);
            } else if (known[index]) {
                findings.add("attributes-repeat-" + kind, () -> id);
            } else {
                known[index] = true;
                if (!columns.isEmpty()) {
                    findings.sample("joined-" + kind, () -> id + " → " + described(row, columns));
                }
                for (int c = 0; c < setters.size(); c++) {
                    setters.get(c).set(index, row, c + 1);
                }
            }
        });
        return builder.build();
    }

    private static String described(DataRow row, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> row.text(c + 1).strip())
                .filter(text -> !text.isEmpty())
                .limit(SHOWN)
                .collect(Collectors.joining(" · "));
    }

    private interface Setter {
        void set(int index, DataRow row, int column) throws DataException;
    }

    private static Setter numbers(DoubleColumn column) {
        return (index, row, cell) -> column.set(index, row.number(cell));
    }

    private static Setter texts(StringColumn column) {
        return (index, row, cell) -> column.set(index, row.text(cell).strip());
    }

    private static Setter spaced(StringColumn column) {
        return (index, row, cell) -> column.set(index, row.text(cell).strip().replaceAll("\\s+", "|"));
    }
}
