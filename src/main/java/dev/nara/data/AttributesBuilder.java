package dev.nara.data;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Collects columns of attributes by index for a reader. */
public final class AttributesBuilder {
    private final List<Column<?>> columns = new ArrayList<>();
    private final int size;
    private Roles roles = Roles.NONE;

    /** For that many users or items. */
    public AttributesBuilder(int size) {
        this.size = size;
    }

    /** A text column, all missing at first. */
    public StringColumn text(String name) {
        StringColumn column = StringColumn.create(free(name), size);
        columns.add(column);
        return column;
    }

    /** A text column with a role. */
    public StringColumn text(String name, Role role) {
        StringColumn column = text(name);
        roles = roles.with(role, column.name());
        return column;
    }

    /** A text column of codes whose meanings the program knows, all missing at first. */
    public StringColumn codes(String name) {
        StringColumn column = text(name);
        roles = roles.withCoded(column.name());
        return column;
    }

    /** A column of texts that list several values each, separated as {@link Attributes#members} says. */
    public StringColumn list(String name) {
        StringColumn column = text(name);
        roles = roles.withList(column.name());
        return column;
    }

    /** A numeric column, all missing at first. */
    public DoubleColumn number(String name) {
        DoubleColumn column = DoubleColumn.create(free(name), size);
        columns.add(column);
        return column;
    }

    /** A numeric column with a role. */
    public DoubleColumn number(String name, Role role) {
        DoubleColumn column = number(name);
        roles = roles.with(role, column.name());
        return column;
    }

    /** Sets the highest possible age of a user, in years. */
    public void oldest(int age) {
        roles = roles.withOldest(age);
    }

    /** A numeric column that summarises the whole log; it is shown, but models must not train on it. */
    public DoubleColumn aggregate(String name) {
        roles = roles.withAggregate(name);
        return number(name);
    }

    /** The name, with a number appended if it is taken, ignoring case. */
    private String free(String name) {
        String free = name;
        for (int n = 2; isTaken(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    private boolean isTaken(String name) {
        return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
    }

    /** The finished attributes. */
    public Attributes build() {
        return new Attributes(columns, roles);
    }
}
