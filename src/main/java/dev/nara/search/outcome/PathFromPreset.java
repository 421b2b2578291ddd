package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The path from the preset to the chosen setting, the most important change first. */
public final class PathFromPreset {
    /** After this many steps, all less important changes are made in one last step. */
    private static final int ALONE = 3;

    private PathFromPreset() {}

    /**
     * A step.
     *
     * @param names of the dimensions that change, including those that the change activates
     * @param settings after it
     */
    public record Step(List<String> names, Map<String, String> settings) {}

    /**
     * The steps; the last one ends at the chosen settings. Empty if these are the preset's.
     *
     * @param preset the preset's values of the space
     * @param importance of the dimensions; those without importance come last
     */
    public static List<Step> steps(
            Space space, Map<String, String> preset, Map<String, String> chosen, List<Importance> importance) {
        Map<String, String> end = space.active(chosen);
        Map<String, String> now = space.active(preset);
        List<Step> steps = new ArrayList<>();
        for (List<String> names : groups(changes(space, now, end), importance)) {
            Map<String, String> next = new LinkedHashMap<>(now);
            for (String name : names) {
                change(next, name, end);
            }
            complete(space, next, end);
            next = space.active(next);
            List<String> changed = changes(space, now, next);
            if (!changed.isEmpty()) {
                steps.add(new Step(changed, next));
                now = next;
            }
        }
        return steps;
    }

    private static void change(Map<String, String> settings, String name, Map<String, String> end) {
        if (end.containsKey(name)) {
            settings.put(name, end.get(name));
        } else {
            settings.remove(name);
        }
    }

    /** A dimension that becomes active takes its final value. */
    private static void complete(Space space, Map<String, String> settings, Map<String, String> end) {
        for (Dimension dimension : space.dimensions()) {
            if (space.counts(dimension, settings) && !settings.containsKey(dimension.name())) {
                change(settings, dimension.name(), end);
            }
        }
    }

    private static List<String> changes(Space space, Map<String, String> from, Map<String, String> to) {
        return space.dimensions().stream()
                .map(Dimension::name)
                .filter(name -> !Objects.equals(from.get(name), to.get(name)))
                .toList();
    }

    private static List<List<String>> groups(List<String> changes, List<Importance> importance) {
        List<String> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparingDouble(name -> -share(name, importance)));
        List<List<String>> groups = new ArrayList<>();
        int alone = ordered.size() <= ALONE + 1 ? ordered.size() : ALONE;
        for (String name : ordered.subList(0, alone)) {
            groups.add(List.of(name));
        }
        Set<String> rest = new LinkedHashSet<>(ordered.subList(alone, ordered.size()));
        if (!rest.isEmpty()) {
            groups.add(List.copyOf(rest));
        }
        return groups;
    }

    private static double share(String name, List<Importance> importance) {
        return importance.stream()
                .filter(i -> i.name().equals(name) && !Double.isNaN(i.share()))
                .mapToDouble(Importance::share)
                .findFirst()
                .orElse(-1);
    }

    /** The gain of a step on the test half of the users, paired, over the seeds; with its 95% interval. */
    public record Gain(double difference, double low, double high, Significance.Verdict verdict) {}

    /**
     * The gain of each step over the previous one, for the settings from the preset to the chosen one; one fewer than there are settings.
     */
    public static List<Gain> gains(List<Confirmed> settings) {
        List<Significance.Group> groups = Significance.Group.pooled(
                settings.stream().map(Confirmed::judged).toList());
        Significance.Comparison[] steps = new Significance.Comparison[settings.size() - 1];
        Arrays.setAll(steps, s -> Significance.compare(groups.get(s + 1), groups.get(s), 1));
        double[] p = Significance.holm(
                Arrays.stream(steps).mapToDouble(Significance.Comparison::p).toArray());
        List<Gain> gains = new ArrayList<>();
        for (int s = 0; s < steps.length; s++) {
            gains.add(new Gain(steps[s].difference(), steps[s].low(), steps[s].high(), steps[s].verdict(p[s])));
        }
        return gains;
    }
}
