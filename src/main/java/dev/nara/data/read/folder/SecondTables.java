package dev.nara.data.read.folder;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Role;
import dev.nara.data.read.table.RowConsumer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the tables next to a log that have a row for each of its items or users, and their columns of ids. */
final class SecondTables {
    /** Larger tables are reported, but not read automatically. */
    private static final long MOST_BYTES = 256L << 20;

    /** The smallest share of the log's first ids that the table has. */
    private static final double SHARE = .5;

    private static final Pattern ID = Pattern.compile("id|code|no|nr|key|코드|번호");
    private static final Pattern ITEM_FILES = Pattern.compile(
            "item|movie|film|book|product|artist|track|song|music|game|anime|video|article|business|news|recipe|joke|poi|venue");
    private static final Pattern USER_FILES = Pattern.compile("user|customer|member|people|person|profile|visitor");

    private final SeenTable log;
    private final List<SeenTable> others;

    SecondTables(SeenTable log, List<SeenTable> others) {
        this.log = log;
        this.others = others;
    }

    /**
     * A table next to the log.
     *
     * @param key its column of ids
     * @param certain whether most of the log's first ids were found in it
     */
    record Second(SeenTable table, String key, boolean certain) {}

    /** The tables that describe the log's items. */
    List<Second> ofItems() {
        return found(log.guess().roles().item(), ITEM_FILES);
    }

    /** The tables that describe the log's users. */
    List<Second> ofUsers() {
        return found(log.guess().roles().user(), USER_FILES);
    }

    /** The table to join automatically: the only one, or the only one with titles; empty if that is not certain. */
    static Optional<Second> only(List<Second> found) {
        List<Second> certain = found.stream().filter(Second::certain).toList();
        if (certain.size() == 1 && found.size() == 1) {
            return Optional.of(certain.get(0));
        }
        List<Second> titled = certain.stream()
                .filter(second -> second.table().columns().stream()
                        .anyMatch(column -> Role.ofColumn(column).equals(Optional.of(Role.TITLE))))
                .toList();
        return titled.size() == 1 ? Optional.of(titled.get(0)) : Optional.empty();
    }

    private List<Second> found(String column, Pattern files) {
        return others.stream()
                .filter(other -> other.describes() && !log.isPartOfLog(other))
                .flatMap(other -> key(other, column, files).stream()
                        .map(key -> new Second(other, key, certain(other, key, column))))
                .filter(second -> second.certain() || tooLarge(second.table()))
                .toList();
    }

    private Optional<String> key(SeenTable other, String column, Pattern files) {
        String wanted = SeenTable.normal(column);
        String file = other.name().toLowerCase(Locale.ROOT);
        if (!log.table().named() || !other.table().named()) {
            boolean called = files.matcher(file).find() && (wanted.matches("\\d+") || file.contains(stem(wanted)));
            return called ? other.columns().stream().filter(other::unique).findFirst() : Optional.empty();
        }
        Optional<String> same = other.columns().stream()
                .filter(name -> SeenTable.normal(name).equals(wanted))
                .findFirst();
        Optional<String> id = file.contains(stem(wanted))
                ? other.columns().stream()
                        .filter(name -> ID.matcher(SeenTable.normal(name)).matches())
                        .findFirst()
                : Optional.empty();
        return same.or(() -> id).filter(other::unique);
    }

    /** The name of the thing that a column of ids identifies, such as artist for "artistid". */
    private static String stem(String column) {
        String stem = column.replaceFirst("(id|code|no|nr|key|num|idx|번호|코드)$", "");
        return stem.isEmpty() ? column : stem;
    }

    private static boolean tooLarge(SeenTable table) {
        return table.bytes() > MOST_BYTES;
    }

    private boolean certain(SeenTable other, String key, String column) {
        if (tooLarge(other)) {
            return false;
        }
        Set<String> ids = new HashSet<>(log.cells(column));
        int all = ids.size();
        try {
            other.table()
                    .select(List.of(key))
                    .orNoRows()
                    .forEach(
                            Progress.NONE,
                            RowConsumer.passing(row -> ids.remove(row.text(0).strip())));
        } catch (DataException e) {
            return false;
        }
        return all > 0 && all - ids.size() >= SHARE * all;
    }
}
