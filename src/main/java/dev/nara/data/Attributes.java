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
 * The attributes of users or items: Tablesaw columns whose value i belongs to index i. Does not use Tablesaw's Table class, which searches
 * every library for readers when it is loaded.
 */
public final class Attributes {
    /** The suffix of the column with the weights of a column's {@link #members}, in their order. */
    public static final String WEIGHTS = "_weights";

    private static final Pattern SEPARATOR = Pattern.compile("[|,]");

    private final List<Column<?>> columns;
    private final Roles roles;
    private volatile @Nullable Long hash;

    /** {@code columns} have the same size and different names, ignoring case. */
    Attributes(List<Column<?>> columns, Roles roles) {
        this.columns = List.copyOf(columns);
        this.roles = roles;
    }

    /** No attributes. */
    public static Attributes none() {
        return new Attributes(List.of(), Roles.NONE);
    }

    /** A hash of all names and values; cached. */
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

    /** Whether the column summarises the whole log, and therefore contains information from the test part. */
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

    /** The column with that name, otherwise the column of the role with that name, otherwise the name itself. */
    public String named(String name) {
        return has(name) ? name : Role.named(name).flatMap(this::column).orElse(name);
    }

    /** Whether a column has the role. */
    public boolean has(Role role) {
        return column(role).isPresent();
    }

    /** The value in the column of the role, "" if it is missing or no column has the role. */
    public String text(Role role, int index) {
        return text(roles.column(role), index);
    }

    /** The highest possible age of a user, in years. */
    public int oldest() {
        return roles.oldest();
    }

    /** A copy with this role for a column. */
    public Attributes with(Role role, String column) {
        return new Attributes(columns, roles.with(role, column));
    }

    /** A copy with the roles that the names of columns suggest; if several suggest the same role, the first one gets it. */
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

    /** The position of the column with that name, ignoring case; -1 if there is none. */
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

    /** The value as in the file, "" if it is missing or there is no such column. */
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

    /** The number of missing values of a column. */
    public int missing(String name) {
        return column(name).countMissing();
    }

    /** A one-line summary: range or distinct values, and the share of missing ones. */
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

    /** A copy without these columns. */
    public Attributes without(Set<String> names) {
        List<Column<?>> left = new ArrayList<>(columns);
        left.removeIf(column -> names.stream().anyMatch(column.name()::equalsIgnoreCase));
        return new Attributes(left, roles);
    }

    /**
     * A copy with changed texts in one column.
     *
     * @param change returns the new text for an old one
     */
    public Attributes with(String column, UnaryOperator<String> change) {
        StringColumn changed = StringColumn.create(column, size());
        for (int i = 0; i < size(); i++) {
            changed.set(i, change.apply(text(column, i)));
        }
        return replaced(changed);
    }

    /** A copy in which the numbers of one column that match {@code wrong} are missing. */
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

    /** A copy with an additional column of texts, "" for missing: shape [size]. */
    public Attributes plus(String column, String[] texts) {
        return added(StringColumn.create(column, texts));
    }

    /** A copy with an additional column of numbers, NaN for missing: shape [size]. */
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

    /** The distinct values of a column with their counts, most frequent first; missing ones are left out. */
    public List<Map.Entry<String, Integer>> counts(String name) {
        return counts(index -> Stream.of(text(name, index)).filter(value -> !value.isEmpty()));
    }

    /** The distinct values within the lists of a column, see {@link #members}, with the number of lists that contain each. */
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

    /** The single values of a list in a column, separated by "|" or by a comma. */
    public List<String> members(String name, int index) {
        return SEPARATOR
                .splitAsStream(text(name, index))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** The attributes of one user or item as text, in the order of the columns, such as F · 5 · P02. */
    public String words(int index) {
        return informative(index).stream().map(name -> text(name, index)).collect(Collectors.joining(" · "));
    }

    /** The informative columns of one user or item: not empty, and not lists whose values other columns contain one by one. */
    public List<String> informative(int index) {
        Set<String> single = names().stream()
                .filter(name -> !roles.isList(name))
                .map(name -> text(name, index))
                .collect(Collectors.toSet());
        return names().stream()
                .filter(name -> !text(name, index).isEmpty())
                .filter(name -> !roles.isList(name) || !single.containsAll(members(name, index)))
                .toList();
    }

    /** These columns and those of other attributes of the same users or items, which replace columns with the same name. */
    public Attributes and(Attributes others) {
        if (columns.isEmpty()) {
            return others;
        }
        List<Column<?>> copy = new ArrayList<>(columns);
        copy.removeIf(column -> others.has(column.name()));
        copy.addAll(others.columns);
        return new Attributes(copy, others.roles.and(roles));
    }

    /** The number of users or items, which is the size of each column. */
    public int size() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }
}
