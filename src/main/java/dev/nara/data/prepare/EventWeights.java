package dev.nara.data.prepare;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of event that are positives, with their weights, as in {@code event=view:1,buy:5}: rows of other kinds are removed, and the
 * weight becomes the column {@code weight} of a row.
 */
public final class EventWeights {
    /** The name of the column with the weight of a row's event. */
    public static final String WEIGHT = "weight";

    private final String column;
    private final Map<String, Float> weights;

    private EventWeights(String column, Map<String, Float> weights) {
        this.column = column;
        this.weights = weights;
    }

    /**
     * Parses the events; if no column is given, the column with these words has to be found, see {@link #in}.
     *
     * @throws DataException if they are not events with positive weights
     */
    public static EventWeights parse(String text) throws DataException {
        int sign = text.indexOf('=');
        Map<String, Float> weights = new LinkedHashMap<>();
        for (String event : text.substring(sign + 1).split(",", -1)) {
            int colon = event.lastIndexOf(':');
            String word = event.substring(0, Math.max(0, colon)).strip();
            String number = event.substring(colon + 1).strip();
            boolean written = !word.isEmpty() && number.matches("\\d{1,6}(\\.\\d{1,6})?");
            float weight = written ? Float.parseFloat(number) : 0;
            if (weight <= 0 || weights.put(word, weight) != null) {
                throw new DataException(Text.of("prepare.positive", text), Text.of("prepare.positive.remedy"));
            }
        }
        return new EventWeights(text.substring(0, Math.max(0, sign)).strip(), weights);
    }

    /** The name of the column, "" if not given. */
    public String column() {
        return column;
    }

    /** Whether any of these words is one of the events. */
    public boolean in(List<String> words) {
        return words.stream().anyMatch(weights::containsKey);
    }

    /** The dataset with only the positives, each with its weight. */
    Dataset apply(Dataset dataset) throws DataException {
        Interactions rows = dataset.interactions();
        String found = column(rows);
        List<String> words = rows.words(found);
        float[] weightOf = new float[words.size()];
        for (Map.Entry<String, Float> event : weights.entrySet()) {
            Condition.checkWord(found, event.getKey(), words);
            weightOf[words.indexOf(event.getKey())] = event.getValue();
        }
        if (rows.columns().contains(WEIGHT)) {
            throw new DataException(Text.of("prepare.positive.taken"), Text.of("prepare.positive.taken.remedy"));
        }
        Interactions kept = rows.filter((user, row) -> {
            float code = rows.number(found, row);
            return !Float.isNaN(code) && weightOf[(int) code] > 0;
        });
        float[] numbers = new float[kept.size()];
        for (int r = 0; r < numbers.length; r++) {
            numbers[r] = weightOf[(int) kept.number(found, r)];
        }
        return dataset.with(kept.with(Map.of(WEIGHT, numbers)));
    }

    private String column(Interactions rows) throws DataException {
        return rows.wordColumns().stream()
                .filter(name -> column.isEmpty() ? in(rows.words(name)) : name.equalsIgnoreCase(column))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        Text.of("prepare.positive.column", column.isEmpty() ? "event" : column),
                        Text.of("prepare.positive.column.remedy")));
    }
}
