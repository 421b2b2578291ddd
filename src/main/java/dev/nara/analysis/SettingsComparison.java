package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stored runs held against each other in one metric, and the verdict on them: the one place that makes it, for every view. Runs
 * that differ by the seed alone are one contender, and each contender is compared with the best, user by user. There is a verdict
 * only where all of them have ended and none chose its best epoch on the test part. Refuses runs that were not evaluated alike.
 *
 * @param metric the metric, as in {@code HR@10}
 * @param data the name of the data that all share
 * @param protocol split and candidates, which all share
 * @param stage what the figures are of
 * @param standings a setting each, the best first where there is a verdict
 * @param notes what else is to be known: runs that do not count, and why there is no verdict
 */
public record SettingsComparison(
        String metric, String data, String protocol, Stage stage, List<Standing> standings, List<Text> notes) {
    /** What the figures of a comparison are of. */
    public enum Stage {
        /** The test part, told once in the end: there is a verdict. */
        TESTED,
        /** The test part, on which the best epochs were chosen as well: figures are too high, and there is no verdict. */
        CHOSEN_ON_TEST,
        /** The validation part after the same epoch, for some have not ended: there is no verdict yet. */
        VALIDATION;

        /** What the figures are of, in words. */
        public Text words() {
            return Text.of("stage." + this);
        }
    }

    /** One setting. */
    public static final class Contender {
        private final List<StoredRun> runs;
        private final Significance.Group group;
        private final Optional<Text> share;

        Contender(List<StoredRun> runs, Significance.Group group, Optional<Text> share) {
            this.runs = List.copyOf(runs);
            this.group = group;
            this.share = share;
        }

        /** Its runs, a seed each. */
        public List<StoredRun> runs() {
            return runs;
        }

        /** Their figures. */
        public Significance.Group group() {
            return group;
        }

        /** Of how many seeds of its series the mean is, see {@link SeriesShare#words}. */
        public Optional<Text> share() {
            return share;
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

        /** A sign for the verdict, so that none is told by colour alone. */
        public String sign() {
            return SettingsComparison.sign(verdict());
        }
    }

    /** A sign for a verdict. */
    public static String sign(Significance.Verdict verdict) {
        return switch (verdict) {
            case REAL -> "✓";
            case NOISE -> "≈";
            case MORE_SEEDS -> "?";
        };
    }

    /**
     * Reads what is stored of the runs; no data is read.
     *
     * @param metric a metric they all have, "" for the one that decided the first run's best epoch
     * @throws DataException if they were not evaluated alike, or none has a figure
     */
    public static SettingsComparison of(RunStore store, Algorithms algorithms, List<StoredRun> runs, String metric)
            throws DataException {
        if (runs.isEmpty()) {
            throw new DataException(Text.of("compare.none"), Text.of("compare.none.remedy"));
        }
        return new ComparedSettings(store, algorithms, runs, metric).comparison();
    }

    /** What is compared: the metric, the data, the protocol, and what the figures are of. */
    public Text heading() {
        return Text.of("compare.heading", metric, data, protocol, stage.words());
    }

    /** The settings, as they stand. */
    public List<Contender> contenders() {
        return standings.stream().map(Standing::contender).toList();
    }

    /** From how many pairs of settings the two best were taken. */
    public long pairs() {
        return Significance.pairs(standings.size());
    }

    /** Whether two settings or more have a verdict. */
    public boolean judged() {
        return stage == Stage.TESTED && standings.size() > 1;
    }

    /** Where the setting of a run stands, if it is among those compared. */
    public Optional<Standing> of(long run) {
        return standings.stream()
                .filter(standing -> standing.runs().contains(run))
                .findFirst();
    }

    /** What separates each contender from the first, which is the best; one fewer than there are contenders. */
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
