package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the guessed roles of a table's columns, with its first rows. */
final class GuessLines {
    private static final int ROWS = 3;
    private static final int MOST_COLUMNS = 40;

    private GuessLines() {}

    /** Prints to standard error one sentence, one line per column, and how to change the roles. */
    static void say(RoleGuess guess, Table table, Output output) throws DataException {
        Locale locale = output.locale();
        List<List<String>> rows = table.head(ROWS);
        List<List<String>> lines = new ArrayList<>();
        for (int c = 0; c < Math.min(MOST_COLUMNS, guess.columns().size()); c++) {
            RoleGuess.Column column = guess.columns().get(c);
            List<String> line = new ArrayList<>(
                    List.of(column.name(), RoleGuess.word(column.role()).in(locale), reason(column, locale)));
            for (List<String> row : rows) {
                line.add(c < row.size() ? DataRow.shortened(row.get(c).strip().replaceAll("\\s+", " ")) : "");
            }
            lines.add(line);
        }
        output.say(guess.sentence(locale));
        lines.forEach(line -> output.say("  " + padded(line, lines)));
        output.say(Text.of("guess.other"));
    }

    private static String reason(RoleGuess.Column column, Locale locale) {
        return switch (column.role()) {
            case IGNORE -> "";
            default ->
                Text.of("taken." + column.reason().name().toLowerCase(Locale.ROOT))
                        .in(locale);
        };
    }

    private static String padded(List<String> line, List<List<String>> all) {
        StringBuilder padded = new StringBuilder();
        for (int c = 0; c < line.size(); c++) {
            int column = c;
            int width = all.stream()
                    .mapToInt(other -> TextTable.width(other.get(column)))
                    .max()
                    .orElse(0);
            padded.append(TextTable.padded(line.get(c), width + 2));
        }
        return padded.toString().stripTrailing();
    }
}
