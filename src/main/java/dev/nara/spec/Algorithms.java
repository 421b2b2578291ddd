package dev.nara.spec;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.Preset;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All algorithms by name; the first is the one used when none is asked for, one of them is the baseline, some are references.
 */
public final class Algorithms {
    private final List<Algorithm> algorithms;
    private final Algorithm baseline;
    private final List<Algorithm> references;

    /** The program's algorithms. */
    public Algorithms(List<Algorithm> algorithms, Algorithm baseline, List<Algorithm> references) {
        this.algorithms = List.copyOf(algorithms);
        this.baseline = baseline;
        this.references = List.copyOf(references);
    }

    /** The same with another implementation of one of them, which has its id. */
    public Algorithms with(Algorithm other) {
        List<Algorithm> replaced = algorithms.stream()
                .map(algorithm -> algorithm.id().equals(other.id()) ? other : algorithm)
                .toList();
        return new Algorithms(replaced, baseline, references);
    }

    /** The same that share GPUs with other programs. */
    public Algorithms sharing(GpuShare gpus) {
        return new Algorithms(
                algorithms.stream().map(algorithm -> algorithm.sharing(gpus)).toList(), baseline, references);
    }

    /** All of them. */
    public List<Algorithm> all() {
        return algorithms;
    }

    /** What every run is seen against. */
    public Algorithm baseline() {
        return baseline;
    }

    /** Cheap and strong ones, which are trained once on the data of a run and stand beside it; nothing is drawn in them. */
    public List<Algorithm> references() {
        return references;
    }

    /** The algorithm of that id. */
    public Algorithm algorithm(String id) throws DataException {
        for (Algorithm algorithm : algorithms) {
            if (algorithm.id().equals(id)) {
                return algorithm;
            }
        }
        String known = algorithms.stream().map(Algorithm::id).collect(Collectors.joining(", "));
        throw new DataException(Text.of("algorithm.unknown", id), Text.of("algorithm.unknown.remedy", known));
    }

    /** The settings of a preset, then those given by name. */
    public static Map<String, String> settings(Algorithm algorithm, String preset, Map<String, String> given)
            throws DataException {
        Map<String, String> settings = new HashMap<>();
        if (!preset.isBlank()) {
            settings.putAll(preset(algorithm, preset).settings());
        }
        settings.putAll(given);
        return settings;
    }

    private static Preset preset(Algorithm algorithm, String name) throws DataException {
        for (Preset preset : algorithm.presets()) {
            if (preset.name().equals(name)) {
                return preset;
            }
        }
        if (algorithm.presets().isEmpty()) {
            throw new DataException(
                    Text.of("preset.unknown", name, algorithm.id()), Text.of("preset.unknown.remedy.none"));
        }
        String known = algorithm.presets().stream().map(Preset::name).collect(Collectors.joining(", "));
        throw new DataException(
                Text.of("preset.unknown", name, algorithm.id()), Text.of("preset.unknown.remedy", known));
    }
}
