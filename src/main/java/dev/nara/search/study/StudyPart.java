package dev.nara.search.study;

import dev.nara.search.space.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One algorithm of a study; each has an equal share of the budget.
 *
 * @param values all of the algorithm's: those of the preset with fixed ones on top, where the search starts
 * @param space what varies
 * @param others further settings to try early, such as those of other presets
 */
public record StudyPart(String algorithm, Map<String, String> values, Space space, List<Start> others) {
    /** Copies; earlier forms have no others. */
    public StudyPart(String algorithm, Map<String, String> values, Space space, @Nullable List<Start> others) {
        this.algorithm = algorithm;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.space = space;
        this.others = others == null ? List.of() : List.copyOf(others);
    }

    /** Without further settings. */
    public StudyPart(String algorithm, Map<String, String> values, Space space) {
        this(algorithm, values, space, List.of());
    }

    /**
     * Settings that are tried early.
     *
     * @param name for users
     * @param settings that differ from the values of the part
     */
    public record Start(String name, Map<String, String> settings) {}

    /** The values, overridden by those of a trial. */
    public Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(settings);
        return all;
    }
}
