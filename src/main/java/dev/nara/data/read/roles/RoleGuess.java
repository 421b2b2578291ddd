package dev.nara.data.read.roles;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The guessed roles of a table's columns with their reasons: by their names, otherwise by their content.
 *
 * @param roles of the columns; unknown ones are empty
 * @param columns every column with its role, the reason and its first cells
 * @param doubt why the user has to specify more before data is read; empty if the guess is certain
 * @param alsoItems other columns that could equally have the items
 */
public record RoleGuess(ColumnRoles roles, List<Column> columns, Optional<Doubt> doubt, List<String> alsoItems) {
    /** The number of rows examined. */
    private static final int ROWS = 1000;

    private static final int EXAMPLES = 3;
    private static final int SHOWN = 30;

    /**
     * A column.
     *
     * @param role the guessed role
     * @param reason for the guess
     * @param examples its first cells
     */
    public record Column(String name, ColumnRole role, GuessReason reason, List<String> examples) {}

    /** What is unknown. */
    public enum Doubt {
        /** Which column holds the users. */
        USER,
        /** Which column holds the items. */
        ITEM,
        /** Neither of the two. */
        BOTH,
        /** There is only one column. */
        ONE_COLUMN
    }

    /** The guess for a table. */
    public static RoleGuess of(Table table) throws DataException {
        List<List<String>> rows = table.head(ROWS);
        List<ColumnFacts> facts = IntStream.range(0, table.columns().size())
                .mapToObj(c -> ColumnFacts.of(cells(rows, c)))
                .toList();
        Places places =
                table.named() ? NamedColumns.places(table.columns(), facts, rows) : UnnamedColumns.places(facts, rows);
        return of(table, places, rows);
    }

    private static RoleGuess of(Table table, Places places, List<List<String>> rows) {
        List<String> names = table.columns();
        ColumnRoles roles = new ColumnRoles(
                table.delimiter(),
                table.named(),
                name(names, places.user()),
                name(names, places.item()),
                times(table, places, rows),
                places.numbers().stream().map(names::get).toList(),
                List.of(),
                List.of(),
                events(names, places, rows));
        List<Column> columns = IntStream.range(0, names.size())
                .mapToObj(c -> new Column(
                        names.get(c),
                        roles.role(names.get(c)),
                        places.reasons().get(c),
                        cells(rows, c).stream().limit(EXAMPLES).toList()))
                .toList();
        List<String> others = places.alsoItems().stream().map(names::get).toList();
        return new RoleGuess(roles, columns, doubt(places, names.size()), others);
    }

    /** The column of times, with the column of times of day if the first has only dates, or all columns if the time is in parts. */
    private static String times(Table table, Places places, List<List<String>> rows) {
        List<String> names = table.columns();
        List<ColumnFacts> facts = IntStream.range(0, names.size())
                .mapToObj(c -> ColumnFacts.of(cells(rows, c)))
                .toList();
        List<Integer> parts = table.named() ? DateParts.places(names, facts) : List.of();
        if (places.time() >= 0 && parts.indexOf(places.time()) == 0) {
            return parts.stream().map(names::get).collect(Collectors.joining(ColumnRoles.AND));
        }
        int clock = TimeGuess.clock(names, facts, places.time(), rows);
        boolean free = clock >= 0 && clock != places.user() && clock != places.item();
        return name(names, places.time()) + (free ? ColumnRoles.AND + names.get(clock) : "");
    }

    /** The columns named like events with few words, or with words for events. */
    private static List<String> events(List<String> names, Places places, List<List<String>> rows) {
        return IntStream.range(0, names.size())
                .filter(c -> c != places.user() && c != places.item() && c != places.time())
                .filter(c -> (ColumnWords.event(names.get(c))
                                && ColumnFacts.of(cells(rows, c)).fewKinds())
                        || KnownEvents.are(cells(rows, c))
                        || KnownEvents.answers(names.get(c), cells(rows, c)))
                .mapToObj(names::get)
                .toList();
    }

    private static Optional<Doubt> doubt(Places places, int width) {
        if (width < 2) {
            return Optional.of(Doubt.ONE_COLUMN);
        }
        boolean user = places.user() >= 0;
        boolean item = places.item() >= 0;
        if (user && item) {
            return Optional.empty();
        }
        return Optional.of(user ? Doubt.ITEM : item ? Doubt.USER : Doubt.BOTH);
    }

    /** The guess with roles specified by the user; there is no doubt if users and items are specified. */
    public RoleGuess with(ColumnRoles said) {
        List<String> names = columns.stream().map(Column::name).toList();
        List<Column> specified = columns.stream()
                .map(column -> {
                    ColumnRole role = role(said, names, column.name());
                    GuessReason reason = role == column.role() ? column.reason() : GuessReason.SAID;
                    return new Column(column.name(), role, reason, column.examples());
                })
                .toList();
        boolean known = !said.user().isEmpty() && !said.item().isEmpty();
        List<String> others = said.item().equals(roles.item()) ? alsoItems : List.of();
        return new RoleGuess(said, specified, known ? Optional.empty() : doubt, others);
    }

    private static ColumnRole role(ColumnRoles said, List<String> names, String column) {
        ColumnRole named = said.role(column);
        boolean user = ColumnNames.isPlace(names, said.user(), column);
        boolean item = ColumnNames.isPlace(names, said.item(), column);
        return user
                ? ColumnRole.USER
                : item
                        ? ColumnRole.ITEM
                        : said.timeColumns().stream().anyMatch(time -> ColumnNames.isPlace(names, time, column))
                                ? ColumnRole.TIME
                                : named;
    }

    /** The guessed roles in one sentence. */
    public String sentence(Locale locale) {
        List<String> taken = new ArrayList<>();
        for (ColumnRole role : ColumnRole.values()) {
            List<String> names = columns.stream()
                    .filter(column -> column.role() == role && role != ColumnRole.IGNORE)
                    .map(Column::name)
                    .toList();
            if (!names.isEmpty()) {
                taken.add(word(role).in(locale) + " = " + String.join(", ", names));
            }
        }
        String guessed = taken.isEmpty()
                ? ""
                : Text.of("guess.taken", String.join(" · ", taken)).in(locale);
        String asked = doubt.map(what ->
                        Text.of("doubt." + what.name().toLowerCase(Locale.ROOT)).in(locale))
                .orElse("");
        String others = alsoItems.isEmpty() || doubt.isPresent()
                ? ""
                : Text.of("guess.items", String.join(", ", alsoItems), roles.item())
                        .in(locale);
        return (asked + " " + guessed + " " + others).strip();
    }

    /** The word for a role. */
    public static Text word(ColumnRole role) {
        return Text.of("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** The error if there is a doubt: the columns with examples, and the options that would resolve it. */
    public DataException doubtful(Path path) {
        Doubt what = doubt.orElse(Doubt.BOTH);
        String key = "doubt." + what.name().toLowerCase(Locale.ROOT);
        String listed = columns.stream()
                .limit(SHOWN)
                .map(column -> column.name() + " (" + listed(column.examples()) + ")")
                .collect(Collectors.joining("; "));
        String more = columns.size() > SHOWN ? "; …" : "";
        return new DataException(path, Text.of(key), Text.of(key + ".remedy", listed + more));
    }

    /** Examples separated by commas; in quotes if they contain a comma. */
    private static String listed(List<String> examples) {
        boolean commas = examples.stream().anyMatch(example -> example.indexOf(',') >= 0);
        return examples.stream()
                .map(DataRow::shortened)
                .map(example -> commas ? '"' + example + '"' : example)
                .collect(Collectors.joining(", "));
    }

    private static String name(List<String> names, int place) {
        return place < 0 ? "" : names.get(place);
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }
}
