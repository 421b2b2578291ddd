package dev.nara.algorithm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named settings; parameters that it does not mention keep their defaults. */
public record Preset(String name, Map<String, String> settings) {
    /** The defaults themselves, first among the presets of an algorithm whose other presets are for certain data. */
    public static final Preset USUAL = of("usual");

    /** A preset with settings written as after {@code --set}, such as {@code negatives=8}. */
    public static Preset of(String name, String... assignments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            settings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return new Preset(name, settings);
    }
}
