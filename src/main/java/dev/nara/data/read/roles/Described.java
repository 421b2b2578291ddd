package dev.nara.data.read.roles;

import dev.nara.data.Attributes;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.Findings;
import dev.nara.data.read.table.DataRow;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Collects the attributes in the rows of a log: the first text of each user or item is used; later differences are counted. */
final class Described {
    private final List<AttributeColumn> columns;
    private final String kind;
    private final Findings findings;
    private final List<List<String>> texts = new ArrayList<>();

    /** {@code kind} is "users" or "items". */
    Described(List<AttributeColumn> columns, String kind, Findings findings) {
        this.columns = columns;
        this.kind = kind;
        this.findings = findings;
        columns.forEach(column -> texts.add(new ArrayList<>()));
    }

    /** Reads the cells of a row from the first attribute on. */
    void take(int index, DataRow row, int first) {
        for (int n = 0; n < columns.size(); n++) {
            List<String> known = texts.get(n);
            String text = row.text(first + n).strip();
            if (index == known.size()) {
                known.add(text);
            } else if (!text.equals(known.get(index))) {
                String example = columns.get(n).name() + ": " + known.get(index) + " / " + text;
                findings.add("attributes-differ-" + kind, () -> example);
            }
        }
    }

    Attributes build(int size) {
        if (columns.isEmpty()) {
            return Attributes.none();
        }
        AttributesBuilder builder = new AttributesBuilder(size);
        for (int n = 0; n < columns.size(); n++) {
            add(builder, columns.get(n), texts.get(n));
        }
        Attributes attributes = builder.build();
        for (AttributeColumn column : columns) {
            attributes =
                    column.role().isPresent() ? attributes.with(column.role().get(), column.name()) : attributes;
        }
        return attributes.withUsualRoles();
    }

    /** Adds a column of numbers if all texts are numbers, otherwise of texts. */
    private static void add(AttributesBuilder builder, AttributeColumn column, List<String> texts) {
        if (texts.stream().allMatch(t -> t.isEmpty() || t.matches("-?\\d+(\\.\\d+)?"))) {
            DoubleColumn numbers = builder.number(column.name());
            for (int i = 0; i < texts.size(); i++) {
                numbers.set(i, texts.get(i).isEmpty() ? Double.NaN : Double.parseDouble(texts.get(i)));
            }
        } else {
            StringColumn words = builder.text(column.name());
            for (int i = 0; i < texts.size(); i++) {
                words.set(i, texts.get(i));
            }
        }
    }
}
