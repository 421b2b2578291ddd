package dev.nara.data.read.roles;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.time.TimeColumn;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the rows of a table, whose columns are user, item, time, numbers, words and attributes, in this order. */
final class TakenRows {
    private static final int FIRST_NUMBER = 3;
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "합계",
            "총계",
            "총합계",
            "summe",
            "gesamt",
            "gesamtergebnis",
            "total général",
            "total general",
            "totale",
            "итого",
            "合計",
            "合计",
            "总计",
            "總計");

    private final IdIndex users = new IdIndex();
    private final IdIndex items = new IdIndex();
    private final List<WrittenNumbers> written;
    private final int plain;
    private final WordColumns words;
    private final InteractionsBuilder rows;
    private final float[] numbers;
    private final TimeColumn times;
    private final Findings findings;
    private final Described ofUsers;
    private final Described ofItems;
    private final int firstAttribute;
    private final int userAttributes;
    private final boolean named;
    private final String user;
    private final String item;
    /** The possible first characters of rows that are not data. */
    private final String firsts;

    TakenRows(ColumnRoles roles, List<WrittenNumbers> written, TimeColumn times, Findings findings) {
        this.written = written;
        this.plain = written.size();
        this.words = new WordColumns(roles.wordColumns());
        this.rows = new InteractionsBuilder(
                Stream.concat(roles.numbers().stream(), words.names().stream()).toArray(String[]::new));
        this.numbers = new float[plain + words.names().size()];
        this.times = times;
        this.findings = findings;
        this.ofUsers = new Described(AttributeColumn.all(roles.userAttributes()), "users", findings);
        this.ofItems = new Described(AttributeColumn.all(roles.itemAttributes()), "items", findings);
        this.firstAttribute = FIRST_NUMBER + numbers.length;
        this.userAttributes = roles.userAttributes().size();
        this.user = roles.user();
        this.item = roles.item();
        this.named = !user.matches("\\d+");
        this.firsts =
                TOTALS.stream().map(word -> word.substring(0, 1)).distinct().collect(Collectors.joining())
                        + "TSGИ"
                        + (named ? user.substring(0, 1) : "");
    }

    /** Adds a row; nothing is kept of a row that cannot be read. */
    void take(DataRow row) throws DataException {
        refuseWhatIsNoRow(row);
        row.present(0);
        row.present(1);
        for (int n = 0; n < plain; n++) {
            numbers[n] = (float) written.get(n).read(row);
        }
        long time = times.read(row);
        words.take(row, FIRST_NUMBER + plain, numbers, plain);
        int user = row.index(0, users);
        int item = row.index(1, items);
        rows.add(user, item, time, numbers);
        if (row.padded(0) || row.padded(1)) {
            findings.add("padded-ids", () -> "\"" + row.text(0) + "\", \"" + row.text(1) + "\"");
        }
        for (int n = 0; n < plain; n++) {
            int column = FIRST_NUMBER + n;
            if (Float.isNaN(numbers[n]) && !row.text(column).isBlank()) {
                findings.add("words-for-missing", () -> row.text(column).strip());
            }
        }
        ofUsers.take(user, row, firstAttribute);
        ofItems.take(item, row, firstAttribute + userAttributes);
    }

    /** Refuses the header of a file that was appended to this one, and a line of totals, which has no item. */
    private void refuseWhatIsNoRow(DataRow row) throws DataException {
        if (firsts.indexOf(row.first(0)) < 0) {
            return;
        }
        String text = row.text(0).strip();
        if (named && text.equals(user) && row.text(1).strip().equals(item)) {
            throw row.wrong(0, "data.row.header");
        } else if (TOTALS.contains(text.toLowerCase(Locale.ROOT))
                && row.text(1).chars().noneMatch(Character::isLetter)) {
            throw row.wrong(0, "data.row.total");
        }
    }

    /** The dataset of all added rows. */
    Dataset dataset(Dataset.Source source) {
        return new Dataset(
                source,
                users,
                items,
                words.in(rows.build(users.size(), items.size())),
                ofUsers.build(users.size()),
                ofItems.build(items.size()),
                Dataset.Task.NONE);
    }
}
