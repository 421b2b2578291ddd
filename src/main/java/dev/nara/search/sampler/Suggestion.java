package dev.nara.search.sampler;

import dev.nara.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A setting to try next.
 *
 * @param settings the values of the dimensions that count, in their order
 * @param why the reason, in words; trials are numbered from 1 in the order of the history
 * @param again whether a trial had this setting already, so that it is to be trained with another seed
 */
public record Suggestion(Map<String, String> settings, Text why, boolean again) {
    public Suggestion {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
