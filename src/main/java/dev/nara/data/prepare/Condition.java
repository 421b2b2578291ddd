package dev.nara.data.prepare;

import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition on a number of a log row, such as {@code rating>=4}. What is not known never fulfils one. */
record Condition(String column, String comparison, float value) {
    private static final Pattern SHAPE = Pattern.compile("([^<>=!]+)(>=|<=|!=|=|<|>)\\s*+(-?\\d++(?:\\.\\d++)?)");

    static Condition parse(String text, Interactions rows) throws DataException {
        Matcher matcher = SHAPE.matcher(text.strip());
        String known = rows.columns().isEmpty() ? "–" : String.join(", ", rows.columns());
        if (!matcher.matches()) {
            throw new DataException(Text.of("prepare.condition", text), Text.of("prepare.condition.remedy", known));
        }
        String column = matcher.group(1).strip().toLowerCase(Locale.ROOT);
        String found = rows.columns().stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).equals(column))
                .findFirst()
                .orElse("");
        if (found.isEmpty()) {
            throw new DataException(
                    Text.of("prepare.column", matcher.group(1).strip()), Text.of("prepare.column.remedy", known));
        }
        return new Condition(found, matcher.group(2), Float.parseFloat(matcher.group(3)));
    }

    boolean holds(float number) {
        if (Float.isNaN(number)) {
            return false;
        }
        return switch (comparison) {
            case ">=" -> number >= value;
            case "<=" -> number <= value;
            case ">" -> number > value;
            case "<" -> number < value;
            case "!=" -> number != value;
            default -> number == value;
        };
    }
}
