package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on a metric on the validation part that a setting must satisfy to be chosen, such as {@code Coverage>=.2}.
 *
 * @param metric its name
 * @param atLeast whether it is a minimum instead of a maximum
 */
public record Limit(String metric, boolean atLeast, double value) {
    private static final Pattern FORM = Pattern.compile("\\s*([^<>=\\s]+)\\s*([<>]=)\\s*(\\S+)\\s*");

    /**
     * Parses a limit.
     *
     * @throws DataException if the form is invalid, or there is no such metric
     */
    public static Limit of(String written) throws DataException {
        Matcher matcher = FORM.matcher(written);
        String value =
                matcher.matches() ? Spelling.number(matcher.group(3), -1e9, 1e9).orElse("") : "";
        if (value.isEmpty()) {
            throw new DataException(Text.of("study.limit", written), Text.of("study.limit.remedy"));
        }
        String metric = CutoffMetric.parse(matcher.group(1)).get(0).name();
        return new Limit(metric, matcher.group(2).equals(">="), Double.parseDouble(value));
    }

    /** Whether figures satisfy it; figures without the metric do not. */
    public boolean holds(Map<String, Double> metrics) {
        double figure = metrics.getOrDefault(metric, Double.NaN);
        return atLeast ? figure >= value : figure <= value;
    }

    @Override
    public String toString() {
        return metric + (atLeast ? ">=" : "<=") + Spelling.number(value);
    }
}
