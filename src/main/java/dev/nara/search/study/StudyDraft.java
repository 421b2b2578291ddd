package dev.nara.search.study;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Preset;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CutoffMetric;
import dev.nara.search.sampler.Samplers;
import dev.nara.search.space.Space;
import dev.nara.search.space.SpaceText;
import dev.nara.search.space.Spaces;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds a study's spec, for the window and the command line. Defaults: the algorithm of the base with its default values and search
 * ranges, thirty minutes, three seeds.
 */
public final class StudyDraft {
    /** The default budget in minutes. */
    public static final double USUAL_MINUTES = 30;

    /** The default patience, if the base has none: epochs without improvement after which a trial ends. */
    public static final int PATIENCE = 5;

    /** Other presets are tried only up to this multiple of the starting settings' work. */
    private static final double OTHERS_WORK = 4;

    private final Services services;
    private final Dataset dataset;
    private final RunSpec base;
    private String name = "";
    private List<String> algorithms;
    private String preset = "";
    private Map<String, String> set = Map.of();
    private String space = "";
    private String goal = "";
    private List<Limit> limits = List.of();
    private Budget budget = Budget.ofMinutes(USUAL_MINUTES);
    private String sampler = Samplers.all().get(0).name();
    private String race = StudySpec.RACE;
    private int seeds = 3;
    private long seed = 1;

    /**
     * A draft for some data.
     *
     * @param base data, split, metrics and everything else that trials share; its algorithm and values are the start of the search by
     *     default
     */
    public StudyDraft(Services services, Dataset dataset, RunSpec base) {
        this.services = services;
        this.dataset = dataset;
        this.base = base;
        algorithms = List.of(base.algorithm());
    }

    /** The study's name. */
    public StudyDraft name(String other) {
        name = other;
        return this;
    }

    /** The ids of algorithms, each of which gets an equal share of the budget. */
    public StudyDraft algorithms(List<String> others) {
        algorithms = List.copyOf(others);
        return this;
    }

    /** The preset that the search starts from and compares with; "" for the base's own values. */
    public StudyDraft preset(String other) {
        preset = other;
        return this;
    }

    /** Fixed values by parameter; with several algorithms, each takes those that it has. */
    public StudyDraft set(Map<String, String> others) {
        set = Map.copyOf(others);
        return this;
    }

    /** The space, as in {@code --space}; "" for the default. */
    public StudyDraft space(String other) {
        space = other;
        return this;
    }

    /** The metric that decides; "" for the first of the base. */
    public StudyDraft goal(String other) {
        goal = other;
        return this;
    }

    /** The limits that a setting must satisfy to be chosen. */
    public StudyDraft limits(List<Limit> others) {
        limits = List.copyOf(others);
        return this;
    }

    /** The budget. */
    public StudyDraft budget(Budget other) {
        budget = other;
        return this;
    }

    /** The sampler's name. */
    public StudyDraft sampler(String other) {
        sampler = other;
        return this;
    }

    /** {@link StudySpec#RACE}, {@link StudySpec#HALVING} or {@link StudySpec#NO_RACE}. */
    public StudyDraft race(String other) {
        race = other;
        return this;
    }

    /** The number of seeds of the confirmation. */
    public StudyDraft seeds(int other) {
        seeds = other;
        return this;
    }

    /** The seed of the sampler, and the first seed of trainings. */
    public StudyDraft seed(long other) {
        seed = other;
        return this;
    }

    /**
     * Builds the spec.
     *
     * @throws DataException naming what is invalid
     */
    public StudySpec spec() throws DataException {
        if (base.chosenOnTest()) {
            throw new DataException(Text.of("study.on.test"), Text.of("study.on.test.remedy"));
        }
        Samplers.named(sampler);
        List<StudyPart> parts = parts();
        StudyPart first = parts.get(0);
        RunSpec start = base.change()
                .algorithm(first.algorithm())
                .values(first.values())
                .metricsEvery(1)
                .patience(base.patience() > 0 ? base.patience() : PATIENCE)
                .seed(seed)
                .spec();
        RunSpec resolved = services.prepare(start, dataset).spec();
        RunSpec judged = resolved.change()
                .values(first.values())
                .metrics(metrics(resolved.metrics()))
                .spec();
        String decides = CutoffMetric.deciding(judged.metrics()).name();
        StudySpec spec =
                new StudySpec(name, judged, preset, parts, decides, limits, budget, sampler, race, seeds, seed);
        spec.check();
        return spec;
    }

    private List<StudyPart> parts() throws DataException {
        if (algorithms.size() > 1 && !space.isEmpty()) {
            throw new DataException(Text.of("study.space.several"), Text.of("study.space.several.remedy"));
        }
        List<StudyPart> parts = new ArrayList<>();
        for (String id : new LinkedHashSet<>(algorithms)) {
            parts.add(part(services.algorithms().algorithm(id)));
        }
        Set<String> unknown = new TreeSet<>(set.keySet());
        for (StudyPart part : parts) {
            services.algorithms().algorithm(part.algorithm()).parameters().forEach(p -> unknown.remove(p.name()));
        }
        if (!unknown.isEmpty()) {
            throw new DataException(
                    Text.of("study.set.unknown", String.join(", ", unknown)), Text.of("study.set.unknown.remedy"));
        }
        if (parts.stream().allMatch(part -> part.space().dimensions().isEmpty())) {
            throw new DataException(
                    Text.of("study.space.empty", String.join(", ", algorithms)), Text.of("study.space.empty.remedy"));
        }
        return parts;
    }

    private StudyPart part(Algorithm algorithm) throws DataException {
        Map<String, String> own = new LinkedHashMap<>();
        for (Parameter parameter : algorithm.parameters()) {
            Optional.ofNullable(set.get(parameter.name())).ifPresent(value -> own.put(parameter.name(), value));
        }
        Map<String, String> values = new LinkedHashMap<>(
                preset.isEmpty() && algorithm.id().equals(base.algorithm()) ? base.values() : Map.of());
        values.putAll(Algorithms.settings(algorithm, preset, own));
        Map<String, String> all =
                ParameterValues.of(algorithm.parameters(), values).asMap();
        return new StudyPart(algorithm.id(), all, space(algorithm, all, own.keySet()), others(algorithm, all, own));
    }

    /**
     * The other presets with the fixed values, as differences from the starting values; only those that fit the data and need at most a
     * multiple of the work, because a search has better uses for its time.
     */
    private List<StudyPart.Start> others(Algorithm algorithm, Map<String, String> values, Map<String, String> own)
            throws DataException {
        List<StudyPart.Start> others = new ArrayList<>();
        PreparedRun start = services.prepare(
                base.change().algorithm(algorithm.id()).values(values).spec(), dataset);
        double most = OTHERS_WORK * work(start, algorithm, values).orElse(Double.POSITIVE_INFINITY);
        for (Preset other : algorithm.presets()) {
            Map<String, String> settings = new LinkedHashMap<>(
                    ParameterValues.of(algorithm.parameters(), Algorithms.settings(algorithm, other.name(), own))
                            .asMap());
            boolean cheap = work(start, algorithm, settings).orElse(0) <= most;
            settings.entrySet().removeAll(values.entrySet());
            if (!settings.isEmpty() && cheap) {
                others.add(new StudyPart.Start(other.name(), settings));
            }
        }
        return others;
    }

    /**
     * The work of a training with all epochs; empty if unknown, infinite if the values do not fit the data. Two epochs of pretraining, one
     * for each half of a model, count as one.
     */
    private static OptionalDouble work(PreparedRun start, Algorithm algorithm, Map<String, String> values) {
        try {
            int pretraining = algorithm.pretraining(ParameterValues.of(algorithm.parameters(), values));
            double epochs = start.spec().epochs() + pretraining / 2.0;
            return start.cost(values).stream()
                    .mapToDouble(cost -> cost.work() * epochs)
                    .findFirst();
        } catch (DataException e) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
    }

    /** The value, or the default if it is empty. */
    private Space space(Algorithm algorithm, Map<String, String> values, Set<String> fixed) throws DataException {
        Spaces spaces = Spaces.of(algorithm, values, dataset);
        if (space.isEmpty()) {
            return spaces.usual(fixed);
        }
        return spaces.conditioned(SpaceText.parse(space, named -> algorithm.parameters().stream()
                .filter(p -> p.name().equals(named))
                .findFirst()));
    }

    /** The goal first, then the metrics of the base, then those of limits. */
    private String metrics(String had) throws DataException {
        Set<String> names = new LinkedHashSet<>();
        if (!goal.isEmpty()) {
            names.add(CutoffMetric.deciding(goal).name());
        }
        CutoffMetric.parse(had).forEach(metric -> names.add(metric.name()));
        limits.forEach(limit -> names.add(limit.metric()));
        return String.join(",", names);
    }
}
