package dev.nara.data.file;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Reads a file of one row a user or item whose first wanted column is the id. Joined by id; unknown ids are left out. */
public final class AttributeFile {
    private AttributeFile() {}

    /**
     * A column of attributes.
     *
     * @param name what the attribute is called here
     * @param number whether it holds numbers
     */
    public record Column(String name, boolean number) {}

    /**
     * Reads the file.
     *
     * @param file its columns are the id and then {@code columns}, in this order
     * @param ids the users or items that the log rows named
     * @param kind "users" or "items", for what is counted: rows of ids that have no row of log, and rows that repeat an id
     */
    public static Attributes read(DelimitedFile file, List<Column> columns, IdIndex ids, String kind, Findings findings)
            throws DataException {
        Attributes.Builder builder = new Attributes.Builder(ids.size());
        List<Setter> setters = new ArrayList<>();
        for (Column column : columns) {
            setters.add(column.number() ? numbers(builder.number(column.name())) : texts(builder.text(column.name())));
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
                for (int c = 0; c < setters.size(); c++) {
                    setters.get(c).set(index, row, c + 1);
                }
            }
        });
        return builder.build();
    }

    private interface Setter {
        void set(int index, FileRow row, int column) throws DataException;
    }

    private static Setter numbers(DoubleColumn column) {
        return (index, row, cell) -> column.set(index, row.number(cell));
    }

    private static Setter texts(StringColumn column) {
        return (index, row, cell) -> column.set(index, row.text(cell).strip());
    }
}
