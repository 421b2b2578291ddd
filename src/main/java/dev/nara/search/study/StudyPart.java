package dev.nara.search.study;

import dev.nara.search.space.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One algorithm of a study; each has an equal share of the budget.
 *
 * @param values the preset and what was set on top of it: where the search starts, and what stands still. Others are as usual
 * @param space what varies
 */
public record StudyPart(String algorithm, Map<String, String> values, Space space) {
    /** Copies the values. */
    public StudyPart {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values with those of a trial in their place. */
    public Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(settings);
        return all;
    }
}
