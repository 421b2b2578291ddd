package dev.nara.search.sampler;

import dev.nara.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proposed setting.
 *
 * @param settings the values of active dimensions, in order
 * @param why the reason, as text; trials are numbered from 1 in the order of the history
 * @param again whether a trial has this setting already, so that it needs another seed
 * @param expected the predicted figure, higher is better; NaN without a prediction
 * @param error its standard deviation, without the noise of a trial
 */
public record Suggestion(Map<String, String> settings, Text why, boolean again, double expected, double error) {
    public Suggestion {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A proposal without a prediction. */
    static Suggestion of(Map<String, String> settings, Text why, boolean again) {
        return new Suggestion(settings, why, again, Double.NaN, Double.NaN);
    }

    /** A copy with another reason. */
    Suggestion because(Text reason) {
        return new Suggestion(settings, reason, again, expected, error);
    }

    /** Parameters by their labels; those without one by name. */
    static Text named(List<String> parameters) {
        Text all = Text.of("parameter." + parameters.get(0));
        for (String each : parameters.subList(1, parameters.size())) {
            all = Text.of("sampler.and", all, Text.of("parameter." + each));
        }
        return all;
    }

    /**
     * The reason and the prediction.
     *
     * @param sign of figures as users see them: 1 if higher is better, -1 if they were negated
     */
    public Text reason(int sign) {
        Text reason = again ? Text.of("sampler.again", why) : why;
        return Double.isNaN(expected)
                ? reason
                : Text.of("sampler.expects", reason, Digits.of(sign * expected, error), Digits.of(error, error));
    }
}
