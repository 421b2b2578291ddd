package dev.nara.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of an algorithm that a user has given a name.
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
