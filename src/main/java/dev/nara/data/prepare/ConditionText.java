package dev.nara.data.prepare;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parsed text of a condition, such as {@code rating>=4}, {@code event=view}, {@code event in (view, buy)} or {@code title contains x}.
 * A value with a comma must be in quotes, single or double.
 *
 * @param column as written
 * @param comparison one of {@code >= <= != = > < in contains}
 * @param values to compare with; several only for {@code in}
 */
record ConditionText(String column, String comparison, List<String> values) {
    private static final List<String> WORDS = List.of("in", "contains");
    private static final List<String> SIGNS = List.of(">=", "<=", "!=", "==", "=", ">", "<");

    /** Splits a condition at its first comparison; {@code columns} are listed in the error if there is none. */
    static ConditionText parse(String text, String columns) throws DataException {
        String bare = text.strip();
        for (int at = 1; at < bare.length(); at++) {
            String comparison = comparison(bare, at);
            if (!comparison.isEmpty()) {
                String column = bare.substring(0, at).strip();
                String rest = bare.substring(at + comparison.length()).strip();
                List<String> values = comparison.equals("in") ? listed(rest) : List.of(unquoted(rest));
                boolean signs = comparison.length() < 3 && !rest.isEmpty() && "<>=!".indexOf(rest.charAt(0)) >= 0;
                if (column.isEmpty() || rest.isEmpty() || values.isEmpty() || signs) {
                    break;
                }
                return new ConditionText(column, comparison.equals("==") ? "=" : comparison, values);
            }
        }
        throw new DataException(Text.of("prepare.condition", text), Text.of("prepare.condition.remedy", columns));
    }

    /** The comparison at a position, words only between blanks or before a bracket; "" for none. */
    private static String comparison(String text, int at) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        for (String word : WORDS) {
            int end = at + word.length();
            boolean apart = Character.isWhitespace(text.charAt(at - 1))
                    && end < text.length()
                    && (Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
            if (apart && text.regionMatches(true, at, word, 0, word.length())) {
                return word;
            }
        }
        return "";
    }

    /** The values of a list in brackets; empty if it is not a list. */
    private static List<String> listed(String list) {
        if (!list.startsWith("(") || !list.endsWith(")")) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        char quote = 0;
        for (char c : list.substring(1, list.length() - 1).toCharArray()) {
            if (c == ',' && quote == 0) {
                values.add(unquoted(value.toString()));
                value.setLength(0);
            } else {
                boolean opens = quote == 0
                        && (c == '"' || c == '\'')
                        && value.toString().isBlank();
                quote = opens ? c : c == quote ? 0 : quote;
                value.append(c);
            }
        }
        values.add(unquoted(value.toString()));
        return values.contains("") ? List.of() : values;
    }

    private static String unquoted(String value) {
        String bare = value.strip();
        char first = bare.isEmpty() ? ' ' : bare.charAt(0);
        boolean quoted = bare.length() > 1 && (first == '"' || first == '\'') && bare.endsWith(String.valueOf(first));
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** Whether a text matches; "contains" ignores case. */
    boolean holds(String text) {
        return switch (comparison) {
            case "!=" -> !text.equals(values.get(0));
            case "contains" ->
                text.toLowerCase(Locale.ROOT).contains(values.get(0).toLowerCase(Locale.ROOT));
            default -> values.contains(text);
        };
    }
}
