package dev.nara.data.read.table;

import dev.nara.data.Attributes;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/**
 * An additional table with one row per user or per item, joined by its column of ids. The first row of an id counts; ids without a row have
 * no attributes. Throws if no row has a known id.
 */
public final class JoinedAttributes {
    private static final int ROWS = 1000;
    private static final double MOSTLY = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final Pattern CALLED = Pattern.compile("(?i)id|key|code|isbn|asin|sku|번호|코드");
    /** A word with several digits, as other ids have. */
    private static final String CODE = "\\S*\\d\\S*\\d\\S*";

    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,15})?";

    private final Table table;
    private final IdIndex ids;
    private final String kind;
    private final Findings findings = new Findings();
    private final List<String> joined = new ArrayList<>();
    private int matches;

    /** {@code kind} is "users" or "items". */
    public JoinedAttributes(Table table, IdIndex ids, String kind) {
        this.table = table;
        this.ids = ids;
        this.kind = kind;
    }

    /**
     * Reads the attributes.
     *
     * @param key the column of ids, by name or number; "" to detect it by its first values
     */
    public Attributes read(String key) throws DataException {
        int keyed = key.isEmpty() ? guessed() : said(key);
        List<String> names = new ArrayList<>(table.columns());
        String named = names.remove(keyed);
        List<String> wanted = new ArrayList<>(names);
        wanted.add(0, named);
        String[][] texts = new String[names.size()][ids.size()];
        Arrays.stream(texts).forEach(column -> Arrays.fill(column, ""));
        boolean[] known = new boolean[ids.size()];
        table.select(wanted).forEach(Progress.NONE, RowConsumer.counting("attributes-broken-" + kind, findings, row -> {
            String id = row.text(0).strip();
            int index = ids.indexOf(id);
            if (index < 0) {
                findings.add("attributes-of-unknown-" + kind, () -> id);
            } else if (known[index]) {
                findings.add("attributes-repeat-" + kind, () -> id);
            } else {
                known[index] = true;
                for (int c = 0; c < texts.length; c++) {
                    texts[c][index] = row.text(c + 1).strip();
                }
            }
        }));
        matched(named, known);
        if (!table.named() && kind.equals("items")) {
            name(names, texts);
        }
        AttributesBuilder builder = new AttributesBuilder(ids.size());
        for (int c = 0; c < texts.length; c++) {
            add(builder, names.get(c), texts[c]);
        }
        return builder.build().withUsualRoles();
    }

    /** Whether it looks like such a table: most of its first rows have different known ids in one column. */
    public boolean fits() throws DataException {
        double[] shares = shares();
        for (int c = 0; c < shares.length; c++) {
            List<String> cells = table.cells(c, ROWS);
            if (shares[c] >= MOSTLY && new HashSet<>(cells).size() == cells.size()) {
                return true;
            }
        }
        return false;
    }

    /** The findings, beginning with the number of ids that have a row. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        all.add(new Finding("joined-table-" + kind, matches, joined));
        all.addAll(findings.list());
        return all;
    }

    private int said(String key) throws DataException {
        return ColumnNames.places(table.path(), table.columns(), List.of(key))[0];
    }

    /** The column whose first values are known ids most often; of equally good ones with distinct values, the one with a matching name. */
    private int guessed() throws DataException {
        double[] shares = shares();
        double most = Arrays.stream(shares).max().orElse(0);
        if (most == 0) {
            throw unmatched(shares);
        }
        int[] near = IntStream.range(0, shares.length)
                .filter(c -> shares[c] >= NEARLY_ALL * most)
                .toArray();
        List<Integer> keys = new ArrayList<>();
        for (int c : near) {
            List<String> cells = table.cells(c, ROWS);
            if (new HashSet<>(cells).size() == cells.size()) {
                keys.add(c);
            }
        }
        if (keys.size() > 1) {
            keys.removeIf(c -> !CALLED.matcher(table.columns().get(c)).find());
            if (keys.size() != 1) {
                throw new DataException(
                        table.path(),
                        Text.of("data.join.several." + kind),
                        Text.of("data.join.none.remedy", listed(shares), ids.id(0)));
            }
        }
        return keys.isEmpty() ? near[0] : keys.get(0);
    }

    /** The share of ids among the first values of each column, 0 … 1: shape [columns]. */
    private double[] shares() throws DataException {
        List<List<String>> head = table.head(ROWS);
        return IntStream.range(0, table.columns().size())
                .mapToDouble(c -> head.stream()
                        .mapToInt(
                                row -> c < row.size() && ids.indexOf(row.get(c).strip()) >= 0 ? 1 : 0)
                        .average()
                        .orElse(0))
                .toArray();
    }

    private DataException unmatched(double[] shares) {
        return new DataException(
                table.path(),
                Text.of("data.join.none." + kind),
                Text.of("data.join.none.remedy", listed(shares), ids.size() == 0 ? "" : ids.id(0)));
    }

    private String listed(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(c -> table.columns().get(c) + " " + Numbers.percent(shares[c], 0))
                .collect(Collectors.joining(", "));
    }

    /** Records how many ids have a row, and the first ones that have none. */
    private void matched(String key, boolean[] known) throws DataException {
        int count = 0;
        List<String> without = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            count += known[i] ? 1 : 0;
            if (!known[i] && without.size() < Finding.EXAMPLES) {
                without.add(ids.id(i));
            }
        }
        if (count == 0) {
            throw unmatched(shares());
        }
        String share = Numbers.grouped(count) + " / " + Numbers.grouped(known.length);
        joined.add(table.path().getFileName() + ", " + key + ": " + share);
        if (!without.isEmpty()) {
            joined.add("– " + String.join(", ", without));
        }
        matches = count;
    }

    /**
     * Names the columns of a table without names: the first with nearly distinct texts that are no codes is the title, the first with bars
     * has the genres.
     */
    private static void name(List<String> names, String[][] texts) {
        for (int c = 0; c < texts.length; c++) {
            List<String> filled =
                    Arrays.stream(texts[c]).filter(text -> !text.isEmpty()).toList();
            boolean words = filled.stream().noneMatch(text -> text.matches(NUMBER))
                    && !filled.stream().allMatch(text -> text.matches(CODE));
            boolean bars = filled.stream().anyMatch(text -> text.indexOf('|') > 0);
            if (bars && !names.contains("genres")) {
                names.set(c, "genres");
            } else if (words
                    && !names.contains("title")
                    && new HashSet<>(filled).size() >= NEARLY_ALL * texts[c].length) {
                names.set(c, "title");
            }
        }
    }

    /** Adds a column of numbers if all texts are numbers, of lists if some text has a bar, otherwise of texts. */
    private static void add(AttributesBuilder builder, String name, String[] texts) {
        boolean some = Arrays.stream(texts).anyMatch(text -> !text.isEmpty());
        if (some && Arrays.stream(texts).allMatch(text -> text.isEmpty() || text.matches(NUMBER))) {
            DoubleColumn numbers = builder.number(name);
            for (int i = 0; i < texts.length; i++) {
                numbers.set(i, texts[i].isEmpty() ? Double.NaN : Double.parseDouble(texts[i]));
            }
        } else {
            boolean lists = Arrays.stream(texts).anyMatch(text -> text.indexOf('|') > 0);
            StringColumn words = lists ? builder.list(name) : builder.text(name);
            for (int i = 0; i < texts.length; i++) {
                words.set(i, texts[i]);
            }
        }
    }
}
