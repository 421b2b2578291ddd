package dev.nara.analysis;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.Preset;
import dev.nara.spec.RunSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The difference between an algorithm's settings and the nearest preset, or its defaults if it has no presets. */
final class NearestPreset {
    private static final String GMF = "gmf_dimension";
    private static final String MLP_USER = "mlp_user_dimension";
    private static final String MLP_ITEM = "mlp_item_dimension";

    /** The settings named first, in this order; all others follow in the algorithm's order. */
    private static final List<String> FIRST = List.of(
            GMF, MLP_USER, MLP_ITEM, "factors", "layers", "negatives", "learning_rate", "weight_decay", "dropout");

    private final Algorithm algorithm;
    private final Map<String, Map<String, String>> presets = new LinkedHashMap<>();

    NearestPreset(Algorithm algorithm) {
        this.algorithm = algorithm;
        algorithm.presets().forEach(preset -> presets.put(preset.name(), values(preset.settings())));
        if (presets.isEmpty()) {
            presets.put("", values(new Preset("", Map.of()).settings()));
        }
    }

    Algorithm algorithm() {
        return algorithm;
    }

    private Map<String, String> values(Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Parameter parameter : algorithm.parameters()) {
            String value = given.getOrDefault(parameter.name(), parameter.defaultValue());
            all.put(parameter.name(), parameter.normal(value).orElse(value));
        }
        return all;
    }

    private static List<String> changed(Map<String, String> values, Map<String, String> preset) {
        return values.keySet().stream()
                .filter(name -> !Objects.equals(values.get(name), preset.get(name)))
                .toList();
    }

    /** The nearest preset, the first of several equally near; "" if the algorithm has none. */
    String name(RunSpec spec) {
        Map<String, String> values = values(spec.values());
        return presets.keySet().stream()
                .min(Comparator.comparingInt(name ->
                        changed(values, presets.getOrDefault(name, Map.of())).size()))
                .orElse("");
    }

    /** The preset as text; none for the defaults. */
    Optional<NamePart> said(RunSpec spec) {
        String name = name(spec);
        boolean usual = name.isEmpty() || name.equals(Preset.USUAL.name());
        return usual ? Optional.empty() : Optional.of(NamePart.of("preset." + name));
    }

    /** The settings that differ from it, the most telling first. */
    List<NamePart> differences(RunSpec spec) {
        Map<String, String> values = values(spec.values());
        List<String> changed = new ArrayList<>(changed(values, presets.getOrDefault(name(spec), Map.of())));
        changed.sort(Comparator.comparingInt(name -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size()));
        List<NamePart> all = new ArrayList<>();
        sizes(values, changed).ifPresent(all::add);
        changed.forEach(name -> all.add(NamePart.setting(name, values.getOrDefault(name, ""))));
        return List.copyOf(all);
    }

    /** Linked sizes become one part and are removed from the changed settings. */
    private static Optional<NamePart> sizes(Map<String, String> values, List<String> changed) {
        String mlp = values.getOrDefault(MLP_USER, "");
        boolean linked = !mlp.isEmpty() && mlp.equals(values.get(MLP_ITEM));
        if (linked
                && mlp.equals(values.getOrDefault(GMF, mlp))
                && changed.removeAll(List.of(GMF, MLP_USER, MLP_ITEM))) {
            return Optional.of(NamePart.of("short.size", mlp));
        } else if (linked && changed.removeAll(List.of(MLP_USER, MLP_ITEM))) {
            return Optional.of(NamePart.of("short.mlp", mlp));
        }
        return Optional.empty();
    }
}
