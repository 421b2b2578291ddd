package dev.nara.data.prepare;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/**
 * A condition on rows: on a number or a word of the row itself, otherwise on an attribute of its item or its user. Unknown values never
 * match.
 */
final class Condition {
    private static final Pattern NUMBER = Pattern.compile("-?\\d++(?:\\.\\d++)?");
    private static final int SHOWN = 20;
    private static final Set<String> ORDERED = Set.of(">=", "<=", ">", "<");

    private final ConditionText text;
    private final Dataset dataset;

    private Condition(ConditionText text, Dataset dataset) {
        this.text = text;
        this.dataset = dataset;
    }

    /**
     * Parses a condition for a dataset.
     *
     * @throws DataException if it is not a condition, or has a column or a word that the data does not have
     */
    static Condition parse(String written, Dataset dataset) throws DataException {
        return new Condition(ConditionText.parse(written, known(dataset)), dataset);
    }

    private static String known(Dataset dataset) {
        List<String> all = new ArrayList<>(dataset.interactions().columns());
        all.addAll(dataset.interactions().wordColumns());
        all.addAll(dataset.itemAttributes().names());
        all.addAll(dataset.userAttributes().names());
        return all.isEmpty() ? "–" : String.join(", ", all);
    }

    /** Tells which rows match: of the dataset, or of its held-out rows. */
    Interactions.RowPredicate on(Interactions rows) throws DataException {
        String number = named(rows.columns());
        if (!number.isEmpty()) {
            DoublePredicate holds = number(true);
            return (user, row) -> holds.test(rows.number(number, row));
        }
        String word = named(rows.wordColumns());
        if (!word.isEmpty()) {
            boolean[] holding = words(word, rows.words(word));
            return (user, row) -> {
                float code = rows.number(word, row);
                return !Float.isNaN(code) && holding[(int) code];
            };
        }
        String ofItem = attribute(dataset.itemAttributes());
        if (!ofItem.isEmpty()) {
            boolean[] holding = attribute(dataset.itemAttributes(), ofItem);
            return (user, row) -> holding[rows.item(row)];
        }
        String ofUser = attribute(dataset.userAttributes());
        if (!ofUser.isEmpty()) {
            boolean[] holding = attribute(dataset.userAttributes(), ofUser);
            return (user, row) -> holding[user];
        }
        throw new DataException(
                Text.of("prepare.condition.column", text.column()), Text.of("prepare.column.remedy", known(dataset)));
    }

    /** The column with that name, ignoring case; "" for none. */
    private String named(Collection<String> columns) {
        return columns.stream()
                .filter(column -> column.equalsIgnoreCase(text.column()))
                .findFirst()
                .orElse("");
    }

    /** The column of attributes with that name or role; "" for none. */
    private String attribute(Attributes attributes) {
        return named(attributes.names()).isEmpty() ? role(attributes) : named(attributes.names());
    }

    private String role(Attributes attributes) {
        return Role.named(text.column()).flatMap(attributes::column).orElse("");
    }

    /** Tells whether a number matches; {@code narrow} if numbers are stored as floats. */
    private DoublePredicate number(boolean narrow) throws DataException {
        List<Double> values = new ArrayList<>();
        for (String value : text.values()) {
            if (!NUMBER.matcher(value).matches() || text.comparison().equals("contains")) {
                throw new DataException(
                        Text.of("prepare.condition.number", text.column()),
                        Text.of("prepare.condition.number.remedy", text.column()));
            }
            values.add(narrow ? Float.parseFloat(value) : Double.parseDouble(value));
        }
        double first = values.get(0);
        DoublePredicate holds =
                switch (text.comparison()) {
                    case ">=" -> number -> number >= first;
                    case "<=" -> number -> number <= first;
                    case ">" -> number -> number > first;
                    case "<" -> number -> number < first;
                    case "!=" -> number -> number != first;
                    case "=" -> number -> number == first;
                    default -> values::contains;
                };
        return number -> !Double.isNaN(number) && holds.test(number);
    }

    /** Which of the words match. Those in the condition must exist, so that a typing error cannot drop rows unnoticed. */
    private boolean[] words(String column, List<String> words) throws DataException {
        checkUnordered();
        for (String value : text.values()) {
            if (!text.comparison().equals("contains")) {
                checkWord(column, value, words);
            }
        }
        boolean[] holding = new boolean[words.size()];
        for (int n = 0; n < holding.length; n++) {
            holding[n] = text.holds(words.get(n));
        }
        return holding;
    }

    /** Throws if a column does not have a word. */
    static void checkWord(String column, String word, List<String> words) throws DataException {
        if (!words.contains(word)) {
            throw new DataException(
                    Text.of("prepare.word", column, word),
                    Text.of("prepare.word.remedy", String.join(", ", words.subList(0, Math.min(SHOWN, words.size())))));
        }
    }

    private void checkUnordered() throws DataException {
        if (ORDERED.contains(text.comparison())) {
            throw new DataException(
                    Text.of("prepare.condition.word", text.column()),
                    Text.of("prepare.condition.word.remedy", text.column()));
        }
    }

    /** Which items or users match; a list matches if any of its values does. */
    private boolean[] attribute(Attributes attributes, String column) throws DataException {
        boolean[] holding = new boolean[attributes.size()];
        if (attributes.isNumeric(column)) {
            DoublePredicate holds = number(false);
            double[] numbers = attributes.numbers(column);
            for (int i = 0; i < holding.length; i++) {
                holding[i] = holds.test(numbers[i]);
            }
            return holding;
        }
        checkUnordered();
        boolean list = attributes.isList(column)
                || attributes.column(Role.GENRE).filter(column::equals).isPresent();
        for (int i = 0; i < holding.length; i++) {
            String value = attributes.text(column, i);
            holding[i] = !value.isEmpty() && (list ? member(attributes.members(column, i)) : text.holds(value));
        }
        return holding;
    }

    private boolean member(List<String> members) {
        return text.comparison().equals("!=")
                ? members.stream().allMatch(text::holds)
                : members.stream().anyMatch(text::holds);
    }
}
