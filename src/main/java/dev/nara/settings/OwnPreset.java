package dev.nara.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * A preset that a user has saved: named settings of an algorithm.
 *
 * @param algorithm its id
 * @param settings every parameter by name
 */
public record OwnPreset(String algorithm, String name, Map<String, String> settings) {
    /** Copies the settings. */
    public OwnPreset {
        settings = new TreeMap<>(settings);
    }
}
