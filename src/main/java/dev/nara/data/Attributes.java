package dev.nara.data;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * What is known of each user or item beside its id: Tablesaw columns whose value i belongs to index i. No table of them, whose
 * class looks through every library for readers when it is first used.
 */
public final class Attributes {
    /** The weights of a column's {@link #members}, in their order, stand in the column of its name and this. */
    public static final String WEIGHTS = "_weights";

    private static final Pattern SEPARATOR = Pattern.compile("[|,]");

    private final List<Column<?>> columns;
    private final Roles roles;
    private volatile @Nullable Long hash;

    /** Columns of one size, no two of one name, whatever its case. */
    Attributes(List<Column<?>> columns, Roles roles) {
        this.columns = List.copyOf(columns);
        this.roles = roles;
    }

    /** No attributes. */
    public static Attributes none() {
        return new Attributes(List.of(), Roles.NONE);
    }

    /** A hash of all names and values; fast when asked again. */
    long hash() {
        Long known = hash;
        if (known == null) {
            long all = 0;
            for (Column<?> column : columns) {
                all = all * 1_000_003 + column.name().hashCode();
                for (int i = 0; i < column.size(); i++) {
                    long value = column instanceof DoubleColumn numbers
                            ? Double.doubleToLongBits(numbers.getDouble(i))
                            : column.getString(i).hashCode();
                    all = all * 1_000_003 + value;
                }
            }
            known = all;
            hash = known;
        }
        return known;
    }

    /** Whether the column sums up the whole log, and so knows of what is yet to be found. */
    public boolean isAggregate(String name) {
        return roles.isAggregate(name);
    }

    /** Whether each value of the column lists several, see {@link #members}. */
    public boolean isList(String name) {
        return roles.isList(name);
    }

    /** Whether the values of the column are codes whose meanings the program knows. */
    public boolean isCoded(String name) {
        return roles.isCoded(name);
    }

    /** The column that has the role. */
    public Optional<String> column(Role role) {
        return Optional.of(roles.column(role)).filter(this::has);
    }

    /** The column of that name, else the one of the role with that word, else the name itself. */
    public String named(String name) {
        return has(name) ? name : Role.named(name).flatMap(this::column).orElse(name);
    }

    /** Whether a column has the role. */
    public boolean has(Role role) {
        return column(role).isPresent();
    }

    /** The value in the column of the role, "" where it is missing or no column has the role. */
    public String text(Role role, int index) {
        return text(roles.column(role), index);
    }

    /** The oldest that a user can be, in years. */
    public int oldest() {
        return roles.oldest();
    }

    /** The same with this role for a column. */
    public Attributes with(Role role, String column) {
        return new Attributes(columns, roles.with(role, column));
    }

    /** The same with the roles that the columns' names suggest; where several suggest one, the first has it. */
    public Attributes withUsualRoles() {
        Roles guessed = roles;
        for (String column : names()) {
            Role role = Role.ofColumn(column).orElse(null);
            if (role != null && guessed.column(role).isEmpty()) {
                guessed = guessed.with(role, column);
            }
        }
        return new Attributes(columns, guessed);
    }

    /** The columns' names, in the order of the files. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Whether there is such a column. */
    public boolean has(String name) {
        return place(name) >= 0;
    }

    /** Where the column of that name stands, in any case; -1 where there is none. */
    private int place(String name) {
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).name().equalsIgnoreCase(name)) {
                return c;
            }
        }
        return -1;
    }

    private Column<?> column(String name) {
        int place = place(name);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + name);
        }
        return columns.get(place);
    }

    /** Whether the column holds numbers. */
    public boolean isNumeric(String name) {
        return column(name) instanceof DoubleColumn;
    }

    /** The value as it was written, "" where it is missing or there is no such column. */
    public String text(String name, int index) {
        int place = place(name);
        if (place < 0 || index >= size()) {
            return "";
        }
        Column<?> column = columns.get(place);
        return column.isMissing(index) ? "" : plain(column, index);
    }

    private static String plain(Column<?> column, int index) {
        if (column instanceof DoubleColumn numbers) {
            double value = numbers.getDouble(index);
            return Numbers.plain(value);
        }
        return column.getString(index);
    }

    /** The numbers of a column, NaN where missing: shape [size]. */
    public double[] numbers(String name) {
        return ((DoubleColumn) column(name)).asDoubleArray();
    }

    /** A column as codes: equal values share a code, missing ones have 0. */
    public Categories categories(String name) {
        Map<String, Integer> codes = new HashMap<>();
        int[] codeOfRow = new int[size()];
        for (int i = 0; i < codeOfRow.length; i++) {
            String value = text(name, i);
            codeOfRow[i] = value.isEmpty() ? 0 : codes.computeIfAbsent(value, v -> codes.size() + 1);
        }
        return new Categories(codeOfRow, codes.size() + 1);
    }

    /** How many values a column misses. */
    public int missing(String name) {
        return column(name).countMissing();
    }

    /** One line for people: range or distinct values, and the share that is missing. */
    public Text summary(String name) {
        long share = Math.round(100.0 * missing(name) / Math.max(1, size()));
        Text gaps = missing(name) == 0 ? Text.of("attribute.complete") : Text.of("attribute.missing", share);
        if (column(name) instanceof DoubleColumn numbers) {
            return Text.of("attribute.range", Numbers.plain(numbers.min()), Numbers.plain(numbers.max()), gaps);
        }
        int values = column(name).countUnique() - (missing(name) > 0 ? 1 : 0);
        return Text.of("attribute.values", values, gaps);
    }

    /** The attributes of some of the users or items, named by their ascending indices and renumbered. */
    Attributes rows(int[] indices) {
        List<Column<?>> some = new ArrayList<>();
        columns.forEach(column -> some.add(column.subset(indices)));
        return new Attributes(some, roles);
    }

    /** The same without these columns. */
    public Attributes without(Set<String> names) {
        List<Column<?>> left = new ArrayList<>(columns);
        left.removeIf(column -> names.stream().anyMatch(column.name()::equalsIgnoreCase));
        return new Attributes(left, roles);
    }

    /**
     * The same with other texts in one column.
     *
     * @param change the new text of an old one
     */
    public Attributes with(String column, UnaryOperator<String> change) {
        StringColumn changed = StringColumn.create(column, size());
        for (int i = 0; i < size(); i++) {
            changed.set(i, change.apply(text(column, i)));
        }
        return replaced(changed);
    }

    /** The same with the numbers of one column missing where {@code wrong} says so. */
    public Attributes withoutNumbers(String column, DoublePredicate wrong) {
        DoubleColumn changed = ((DoubleColumn) column(column)).copy();
        for (int i = 0; i < changed.size(); i++) {
            if (!changed.isMissing(i) && wrong.test(changed.getDouble(i))) {
                changed.setMissing(i);
            }
        }
        return replaced(changed);
    }

    private Attributes replaced(Column<?> column) {
        List<Column<?>> copy = new ArrayList<>(columns);
        copy.set(place(column.name()), column);
        return new Attributes(copy, roles);
    }

    /** The same with another column of texts, "" for missing: shape [size]. */
    public Attributes plus(String column, String[] texts) {
        return added(StringColumn.create(column, texts));
    }

    /** The same with another column of numbers, NaN for missing: shape [size]. */
    public Attributes plus(String column, double[] numbers) {
        return added(DoubleColumn.create(column, numbers));
    }

    private Attributes added(Column<?> column) {
        if (has(column.name())) {
            return replaced(column);
        }
        List<Column<?>> copy = new ArrayList<>(columns);
        copy.add(column);
        return new Attributes(copy, roles);
    }

    /** The distinct values of a column with how often each occurs, most often first; missing ones are left out. */
    public List<Map.Entry<String, Integer>> counts(String name) {
        return counts(index -> Stream.of(text(name, index)).filter(value -> !value.isEmpty()));
    }

    /** The distinct values within the lists of a column, see {@link #members}, with how many lists name each. */
    public List<Map.Entry<String, Integer>> memberCounts(String name) {
        return counts(index -> members(name, index).stream().distinct());
    }

    private List<Map.Entry<String, Integer>> counts(IntFunction<Stream<String>> values) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            values.apply(i).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
    }

    /** The values of a column that lists several, separated by "|" or by a comma. */
    public List<String> members(String name, int index) {
        return SEPARATOR
                .splitAsStream(text(name, index))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** All that is known of one user or item, in the order of the columns: F · 5 · P02. */
    public String words(int index) {
        return telling(index).stream().map(name -> text(name, index)).collect(Collectors.joining(" · "));
    }

    /** The columns that say something of one user or item: not empty, and no list of what other columns say one by one. */
    public List<String> telling(int index) {
        Set<String> single = names().stream()
                .filter(name -> !roles.isList(name))
                .map(name -> text(name, index))
                .collect(Collectors.toSet());
        return names().stream()
                .filter(name -> !text(name, index).isEmpty())
                .filter(name -> !roles.isList(name) || !single.containsAll(members(name, index)))
                .toList();
    }

    /** These and those of another table of the same users or items, whose columns take the place of ones of their names. */
    public Attributes and(Attributes others) {
        if (columns.isEmpty()) {
            return others;
        }
        List<Column<?>> copy = new ArrayList<>(columns);
        copy.removeIf(column -> others.has(column.name()));
        copy.addAll(others.columns);
        return new Attributes(copy, others.roles.and(roles));
    }

    /** How many values a column has at all, missing or not. */
    public int size() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }
}
