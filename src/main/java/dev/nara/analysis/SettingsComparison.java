package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stored runs compared in one metric: runs that differ by the seed alone are one contender, and each contender is compared
 * with the best, user by user. Refuses runs that were not evaluated alike.
 *
 * @param metric the metric, as in {@code HR@10}
 * @param protocol split and candidates, which all share
 * @param contenders the best first
 */
public record SettingsComparison(String metric, String protocol, List<Contender> contenders) {
    /** One setting. */
    public static final class Contender {
        private final List<StoredRun> runs;
        private final Significance.Group group;

        Contender(List<StoredRun> runs, Significance.Group group) {
            this.runs = List.copyOf(runs);
            this.group = group;
        }

        /** Its runs, a seed each. */
        public List<StoredRun> runs() {
            return runs;
        }

        /** Their figures. */
        public Significance.Group group() {
            return group;
        }

        /** Numbers of the runs with the name of the first. */
        public String title() {
            String ids = runs.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(","));
            String name = runs.get(0).label().name();
            return name.isBlank() ? ids : ids + " " + name;
        }
    }

    /**
     * What separates a contender from the best.
     *
     * @param corrected the probability by chance, corrected for the number of pairs of contenders, of which the best is
     *     part of some
     * @param lacking the contender with too few seeds, "" for none
     */
    public record Gap(Significance.Comparison comparison, double corrected, String lacking) {
        /** What to think of it. */
        public Significance.Verdict verdict() {
            return comparison.verdict(corrected);
        }

        /** The verdict in words. */
        public Text words() {
            return Text.of("verdict." + verdict(), comparison.seedsWanted(), lacking);
        }
    }

    /**
     * Reads every run's figures of its best epoch; no data is read.
     *
     * @param metric a metric they all have, "" for the one that decided the first run's best epoch
     * @throws DataException if they were not evaluated alike
     */
    public static SettingsComparison of(RunStore store, Algorithms algorithms, List<StoredRun> runs, String metric)
            throws DataException {
        if (runs.isEmpty()) {
            throw new DataException(Text.of("compare.none"), Text.of("compare.none.remedy"));
        }
        RunSpec first = runs.get(0).spec();
        List<List<StoredRun>> settings = Seeds.bySetting(runs);
        for (StoredRun run : runs) {
            run.checkNoFit();
            if (!comparable(first, run.spec())) {
                throw apart(runs.get(0), run);
            }
        }
        for (StoredRun run : runs) {
            checkDraw(run, settings);
        }
        String wanted = metric.isBlank() ? first.metrics().split(",", 2)[0].strip() : metric.strip();
        long draws = runs.stream().map(run -> run.spec().splitSeed()).distinct().count();
        // Of one draw each user's negatives are in the variance of users; other draws are as other seeds.
        boolean drawn = first.drawnCandidates() && draws > 1;
        List<Contender> contenders = new ArrayList<>();
        for (List<StoredRun> seeds : settings) {
            boolean random = drawn
                    || algorithms.algorithm(seeds.get(0).spec().algorithm()).random();
            Contender contender = new Contender(seeds, new Significance.Group(figures(store, seeds, wanted), random));
            contenders.add(contender);
            if (contender.group.users() != contenders.get(0).group.users()) {
                throw apart(runs.get(0), contender.runs.get(0));
            }
        }
        contenders.sort(
                Comparator.comparingDouble((Contender c) -> c.group.mean()).reversed());
        String protocol = first.split() + ", " + first.candidates();
        return new SettingsComparison(wanted, protocol, List.copyOf(contenders));
    }

    /** Whether runs learnt from the same rows and looked for the same items among the same candidates. */
    private static boolean comparable(RunSpec first, RunSpec spec) {
        return spec.rows().equals(first.rows())
                && spec.split().equals(first.split())
                && spec.candidates().equals(first.candidates())
                && (!spec.drawnSplit() || spec.splitSeed() == first.splitSeed());
    }

    private static DataException apart(StoredRun run, StoredRun other) {
        return new DataException(Text.of("compare.apart", run.id(), other.id()), Text.of("compare.apart.remedy"));
    }

    /** Shape [seeds][users]. */
    private static double[][] figures(RunStore store, List<StoredRun> seeds, String metric) throws DataException {
        double[][] figures = new double[seeds.size()][];
        for (int s = 0; s < figures.length; s++) {
            figures[s] = StoredFigures.of(store, seeds.get(s), metric);
        }
        return figures;
    }

    /** A run that does not count, as another of the same seed does, must have had the same candidates. */
    private static void checkDraw(StoredRun run, List<List<StoredRun>> settings) throws DataException {
        for (List<StoredRun> seeds : settings) {
            for (StoredRun counted : seeds) {
                if (counted.spec().seed() == run.spec().seed()
                        && counted.spec().splitSeed() != run.spec().splitSeed()
                        && Seeds.sameSetting(counted, run)) {
                    throw apart(counted, run);
                }
            }
        }
    }

    /** What separates each contender from the first, which is the best; one fewer than there are contenders. */
    public List<Gap> gaps() {
        return gaps(
                contenders.stream().map(Contender::title).toList(),
                contenders.stream().map(Contender::group).toList());
    }

    /** The same of contenders by their titles and figures. */
    static List<Gap> gaps(List<String> titles, List<Significance.Group> groups) {
        Significance.Group best = groups.get(0);
        List<Significance.Comparison> all = groups.stream()
                .skip(1)
                .map(other -> Significance.compare(best, other, 1))
                .toList();
        // The best of them was taken by the figures that are tested now: any pair could have come out on top.
        double[] corrected = Significance.holm(
                all.stream().mapToDouble(Significance.Comparison::p).toArray(), Significance.pairs(groups.size()));
        List<Gap> gaps = new ArrayList<>();
        for (int n = 0; n < corrected.length; n++) {
            int fewer = best.seedsWanted() >= groups.get(n + 1).seedsWanted() ? 0 : n + 1;
            gaps.add(new Gap(all.get(n), corrected[n], groups.get(fewer).seedsWanted() > 0 ? titles.get(fewer) : ""));
        }
        return gaps;
    }

    /** The settings in which some runs differ: by name, the text of each run in order. */
    public static Map<String, List<String>> differences(List<StoredRun> runs) {
        List<Map<String, String>> all =
                runs.stream().map(run -> settings(run.spec())).toList();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(one -> names.addAll(one.keySet()));
        Map<String, List<String>> differences = new LinkedHashMap<>();
        for (String name : names) {
            List<String> texts =
                    all.stream().map(one -> one.getOrDefault(name, "")).toList();
            if (texts.stream().distinct().count() > 1) {
                differences.put(name, texts);
            }
        }
        return differences;
    }

    /** Every setting of a run by name, as it is written. */
    public static Map<String, String> settings(RunSpec spec) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("algorithm", spec.algorithm());
        all.putAll(spec.values());
        all.putAll(spec.run().values());
        all.put("data", spec.data());
        return all;
    }
}
