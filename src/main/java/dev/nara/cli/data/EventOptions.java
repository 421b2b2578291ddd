package dev.nara.cli.data;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.prepare.Conditions;
import dev.nara.data.prepare.EventWeights;
import dev.nara.data.read.roles.ColumnFacts;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the kinds of events in the rows: which rows to use, and which are positives. */
final class EventOptions {
    private static final int ROWS = 1000;

    @Option(names = "--words", paramLabel = "COLUMN", descriptionKey = "cli.words")
    private @Nullable List<String> words;

    @Option(names = "--where", paramLabel = "CONDITION", descriptionKey = "cli.where")
    private @Nullable List<String> where;

    @Option(names = "--positive", paramLabel = "EVENT:WEIGHT,…", descriptionKey = "cli.positive")
    private @Nullable String positive;

    boolean given() {
        return words != null;
    }

    /** Whether conditions or positives may use columns without a role. */
    boolean asks() {
        return words == null && (where != null || positive != null);
    }

    /** The roles with the given columns of words; an empty name means none. */
    ColumnRoles over(ColumnRoles roles) {
        return words == null
                ? roles
                : roles.withWords(
                        words.stream().filter(column -> !column.isEmpty()).toList());
    }

    /** The roles, with roles added for columns that conditions and positives use and that have none yet. */
    ColumnRoles with(ColumnRoles roles, Table table) throws DataException {
        List<String> names = table.columns();
        List<List<String>> head = table.head(ROWS);
        List<String> numbers = new ArrayList<>(roles.numbers());
        List<String> of = new ArrayList<>(roles.wordColumns());
        for (int c : asked(roles, names, head)) {
            boolean all = cells(head, c).stream().allMatch(ColumnFacts::isNumber);
            (all ? numbers : of).add(names.get(c));
        }
        return roles.withNumbers(numbers).withWords(of);
    }

    private List<Integer> asked(ColumnRoles roles, List<String> names, List<List<String>> head) throws DataException {
        List<String> wanted = new ArrayList<>(Conditions.columns(Objects.requireNonNullElse(where, List.of())));
        List<Integer> asked = new ArrayList<>();
        if (positive != null && !positive.isBlank()) {
            EventWeights events = EventWeights.parse(positive);
            wanted.add(events.column());
            IntStream.range(0, names.size())
                    .filter(c -> events.column().isEmpty() && events.in(cells(head, c)))
                    .limit(1)
                    .forEach(asked::add);
        }
        for (String column : wanted) {
            int place = ColumnNames.place(names, column);
            if (place >= 0 && !asked.contains(place)) {
                asked.add(place);
            }
        }
        asked.removeIf(c -> roles.role(names.get(c)) != ColumnRole.IGNORE);
        return asked;
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).strip())
                .toList();
    }

    /** The given conditions, otherwise those of the recipe. */
    List<String> where(Preparation base) {
        return Objects.requireNonNullElse(where, base.where());
    }

    /** The given positives, otherwise those of the recipe; null for all rows. */
    @Nullable
    String positive(Preparation base) {
        return positive == null ? base.positive() : positive;
    }
}
