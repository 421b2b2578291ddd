package dev.nara.algorithm;

import java.util.Map;

/** Settings that belong together under a name; what it does not mention keeps its default. */
public record Preset(String name, Map<String, String> settings) {}
