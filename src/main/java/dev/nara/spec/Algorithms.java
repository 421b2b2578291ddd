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

/** All algorithms by id: the first is the default, one is the baseline that every run is compared with, and some are references. */
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

    /** The same register with one algorithm replaced by another implementation of the same id. */
    public Algorithms with(Algorithm other) {
        List<Algorithm> replaced = algorithms.stream()
                .map(algorithm -> algorithm.id().equals(other.id()) ? other : algorithm)
                .toList();
        return new Algorithms(replaced, baseline, references);
    }

    /** The same algorithms, sharing GPUs with other processes as {@code gpus} arranges. */
    public Algorithms sharing(GpuShare gpus) {
        return new Algorithms(
                algorithms.stream().map(algorithm -> algorithm.sharing(gpus)).toList(), baseline, references);
    }

    public List<Algorithm> all() {
        return algorithms;
    }

    /** The algorithm that every run is compared with. */
    public Algorithm baseline() {
        return baseline;
    }

    /** Strong but cheap deterministic algorithms, trained once on a run's data and shown for comparison with it. */
    public List<Algorithm> references() {
        return references;
    }

    /** The algorithm with an id; refused with the known ids if there is none. */
    public Algorithm algorithm(String id) throws DataException {
        for (Algorithm algorithm : algorithms) {
            if (algorithm.id().equals(id)) {
                return algorithm;
            }
        }
        String known = algorithms.stream().map(Algorithm::id).collect(Collectors.joining(", "));
        throw new DataException(Text.of("algorithm.unknown", id), Text.of("algorithm.unknown.remedy", known));
    }

    /** The settings of a preset, overridden by those given by name. */
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
