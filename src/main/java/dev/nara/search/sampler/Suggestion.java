package dev.nara.search.sampler;

import dev.nara.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A setting to try next.
 *
 * @param settings the values of the dimensions that count, in their order
 * @param why the reason, in words; trials are numbered from 1 in the order of the history
 * @param again whether a trial had this setting already, so that it is to be trained with another seed
 * @param expected the figure that is expected, higher being better; NaN where nothing is
 * @param error its standard deviation, without the noise of a trial
 */
public record Suggestion(Map<String, String> settings, Text why, boolean again, double expected, double error) {
    public Suggestion {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Of which nothing is expected. */
    static Suggestion of(Map<String, String> settings, Text why, boolean again) {
        return new Suggestion(settings, why, again, Double.NaN, Double.NaN);
    }

    /** The same with another reason. */
    Suggestion because(Text reason) {
        return new Suggestion(settings, reason, again, expected, error);
    }

    /** Parameters as people call them; those that have no name are called as they are spelt. */
    static Text named(List<String> parameters) {
        Text all = Text.of("parameter." + parameters.get(0));
        for (String each : parameters.subList(1, parameters.size())) {
            all = Text.of("sampler.and", all, Text.of("parameter." + each));
        }
        return all;
    }

    /**
     * The reason and what is expected.
     *
     * @param sign of the figures as people read them: 1 where higher is better, -1 where they were turned round
     */
    public Text reason(int sign) {
        Text reason = again ? Text.of("sampler.again", why) : why;
        return Double.isNaN(expected)
                ? reason
                : Text.of("sampler.expects", reason, Digits.of(sign * expected, error), Digits.of(error, error));
    }
}
