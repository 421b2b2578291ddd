package dev.nara.algorithm;

import java.util.Map;

/** Named settings; parameters that it does not mention keep their defaults. */
public record Preset(String name, Map<String, String> settings) {}
