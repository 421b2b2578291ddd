package dev.nara.analysis;

import dev.nara.spec.Algorithms;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Short names of runs from what differs: "64-32 · neg 8". A run is described by its difference from its nearest preset, which is named if
 * it is not the preset of its algorithm's oldest run on the same data; its length by the difference from that run, and its protocol by that
 * from the oldest run on the data. So names do not change when runs are added. A name given by the user comes first.
 */
public final class RunNames {
    /** For no runs. */
    public static final RunNames NONE = new RunNames(Map.of(), Set.of());

    /** Names with more parts end with the number of parts left out. */
    private static final int NAMED = 3;

    private static final String BETWEEN = " · ";
    private static final List<String> LENGTH = List.of("epochs", "patience");
    private static final List<String> PROTOCOL =
            List.of("split", "validation", "candidates", "cold_users", "split_seed");

    private final Map<Long, List<NamePart>> names;
    /** Runs that repeat an older one with another seed. */
    private final Set<Long> seeds;

    private RunNames(Map<Long, List<NamePart>> names, Set<Long> seeds) {
        this.names = names;
        this.seeds = seeds;
    }

    /** For all runs of a workspace, in any order. */
    public static RunNames of(Algorithms algorithms, List<StoredRun> all) {
        Map<String, NearestPreset> presets =
                algorithms.all().stream().collect(Collectors.toMap(a -> a.id(), NearestPreset::new));
        Map<String, RunSpec> ofData = new HashMap<>();
        Map<String, RunSpec> ofAlgorithm = new HashMap<>();
        Map<RunSpec, RunSpec> ofSetting = new HashMap<>();
        Map<Long, List<NamePart>> names = new HashMap<>();
        Set<Long> seeds = new HashSet<>();
        String usual = algorithms.all().get(0).id();
        for (StoredRun run :
                all.stream().sorted(Comparator.comparingLong(StoredRun::id)).toList()) {
            RunSpec spec = run.spec();
            NearestPreset preset = presets.get(spec.algorithm());
            RunSpec first = ofData.computeIfAbsent(spec.rows(), r -> spec);
            RunSpec same = ofAlgorithm.computeIfAbsent(spec.rows() + " " + spec.algorithm(), r -> spec);
            List<NamePart> parts = new ArrayList<>();
            if (!spec.algorithm().equals(usual)) {
                parts.add(algorithm(spec.algorithm()));
            }
            if (preset != null) {
                parts.addAll(parts(spec, preset, same, first, parts.isEmpty()));
            }
            names.put(run.id(), named(run, parts));
            if (ofSetting.computeIfAbsent(spec.setting(), r -> spec).seed() != spec.seed()) {
                seeds.add(run.id());
            }
        }
        return new RunNames(Map.copyOf(names), Set.copyOf(seeds));
    }

    /** The preset, if it differs from that of the algorithm's first run or if the name would be empty, and the differing settings. */
    private static List<NamePart> parts(
            RunSpec spec, NearestPreset preset, RunSpec same, RunSpec first, boolean needed) {
        List<NamePart> differences = new ArrayList<>(preset.differences(spec));
        differences.addAll(settings(spec, same, preset.algorithm().random() ? LENGTH : List.of()));
        differences.addAll(settings(spec, first, PROTOCOL));
        if ((needed && differences.isEmpty()) || !preset.name(spec).equals(preset.name(same))) {
            preset.said(spec).ifPresent(said -> differences.add(0, said));
        }
        return differences;
    }

    private static List<NamePart> named(StoredRun run, List<NamePart> parts) {
        if (!run.label().name().isBlank()) {
            return List.of(locale -> run.label().name().strip());
        }
        return run.fitOf()
                .map(of -> List.of(NamePart.of("short.fit", of.run())))
                .orElse(List.copyOf(parts));
    }

    private static NamePart algorithm(String id) {
        String own = "short.algorithm." + id;
        return NamePart.of(Text.exists(own, Locale.ENGLISH) ? own : "algorithm." + id);
    }

    private static List<NamePart> settings(RunSpec spec, RunSpec other, List<String> some) {
        return some.stream()
                .filter(name -> !value(spec, name).equals(value(other, name)))
                .map(name -> NamePart.setting(name, value(spec, name)))
                .toList();
    }

    private static String value(RunSpec spec, String name) {
        return spec.run().values().getOrDefault(name, "");
    }

    /** The name of a run without its number; for a run that is not among these, its algorithm's. */
    public String of(StoredRun run, Locale locale) {
        return withSeed(run, setting(run, locale), locale);
    }

    private String withSeed(StoredRun run, String name, Locale locale) {
        boolean said = seeds.contains(run.id())
                && run.label().name().isBlank()
                && run.fitOf().isEmpty();
        return said ? name + BETWEEN + Text.of("short.seed", run.spec().seed()).in(locale) : name;
    }

    /** The name without the seed, which runs that differ only by the seed share. */
    public String setting(StoredRun run, Locale locale) {
        List<NamePart> parts = names.getOrDefault(run.id(), List.of());
        if (parts.isEmpty()) {
            return run.label().name().isBlank()
                    ? algorithm(run.spec().algorithm()).in(locale)
                    : run.label().name();
        }
        return String.join(BETWEEN, shortened(words(parts, locale), locale));
    }

    private static List<String> words(List<NamePart> parts, Locale locale) {
        return parts.stream().map(part -> part.in(locale)).toList();
    }

    /** The first parts, and how many more there are. */
    private static List<String> shortened(List<String> parts, Locale locale) {
        List<String> shown = new ArrayList<>(parts.stream().limit(NAMED).toList());
        if (parts.size() > NAMED) {
            shown.add(Text.of("short.more", parts.size() - NAMED).in(locale));
        }
        return shown;
    }

    /**
     * Names for runs that are shown together, by number: what not all of them have, and the seed of those that differ only by it. A name
     * given by the user is kept. The seeds of a series are drawn as one curve, so they are not named.
     */
    public Map<Long, String> among(List<StoredRun> runs, Locale locale) {
        if (runs.size() == 1) {
            return Map.of(runs.get(0).id(), of(runs.get(0), locale));
        }
        Map<Long, List<String>> parts = new HashMap<>();
        runs.forEach(run -> parts.put(run.id(), words(names.getOrDefault(run.id(), List.of()), locale)));
        Map<Long, String> among = new HashMap<>();
        for (StoredRun run : runs) {
            List<String> own = parts.getOrDefault(run.id(), List.of());
            boolean seeded = run.label().name().isBlank()
                    && run.series().isEmpty()
                    && runs.stream()
                            .anyMatch(other -> other.spec().seed() != run.spec().seed()
                                    && parts.getOrDefault(other.id(), List.of()).equals(own));
            List<String> differing = own.stream()
                    .filter(part -> !parts.values().stream().allMatch(all -> all.contains(part)))
                    .toList();
            List<String> shown = shortened(differing, locale);
            if (seeded) {
                shown.add(Text.of("short.seed", run.spec().seed()).in(locale));
            }
            among.put(run.id(), shown.isEmpty() ? setting(run, locale) : String.join(BETWEEN, shown));
        }
        return among;
    }

    /** The full name, however long, of runs that differ only by the seed. */
    public String whole(List<StoredRun> runs, Locale locale) {
        StoredRun first = runs.get(0);
        List<NamePart> parts = names.getOrDefault(first.id(), List.of());
        String setting = parts.isEmpty() ? setting(first, locale) : String.join(BETWEEN, words(parts, locale));
        return runs.size() > 1 ? setting : withSeed(first, setting, locale);
    }

    /** Number and name: "12 · 64-32 · neg 8". */
    public String numbered(StoredRun run, Locale locale) {
        return run.id() + BETWEEN + of(run, locale);
    }

    /** The name of runs that differ only by the seed: "64-32 · neg 8 · 5 seeds". */
    public String of(List<StoredRun> runs, Locale locale) {
        return runs.size() < 2
                ? of(runs.get(0), locale)
                : setting(runs.get(0), locale)
                        + BETWEEN
                        + Text.of("short.seeds", runs.size()).in(locale);
    }
}
