package dev.nara.analysis;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Safetensors;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stored runs held against each other in one metric: runs of the same settings but for the seed are one contender, and each
 * contender is compared with the best, user by user.
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
     * @param corrected the probability by chance, corrected for the number of contenders
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
        for (StoredRun run : runs) {
            RunSpec spec = run.spec();
            if (!spec.rows().equals(first.rows())
                    || !spec.split().equals(first.split())
                    || !spec.candidates().equals(first.candidates())
                    || (spec.drawnSplit() && spec.splitSeed() != first.splitSeed())) {
                throw new DataException(
                        Text.of("compare.apart", runs.get(0).id(), run.id()), Text.of("compare.apart.remedy"));
            }
        }
        List<List<StoredRun>> settings = bySetting(runs);
        for (StoredRun run : runs) {
            checkDraw(run, settings);
        }
        String wanted = metric.isBlank() ? first.metrics().split(",", 2)[0].strip() : metric.strip();
        long draws = runs.stream().map(run -> run.spec().splitSeed()).distinct().count();
        List<Contender> contenders = new ArrayList<>();
        for (List<StoredRun> seeds : settings) {
            double[][] figures = new double[seeds.size()][];
            for (int s = 0; s < figures.length; s++) {
                figures[s] = figures(store, seeds.get(s), wanted);
            }
            // Of one draw each user's negatives are in the variance of users; other draws are as other seeds.
            boolean random = (first.drawnCandidates() && draws > 1)
                    || algorithms.algorithm(seeds.get(0).spec().algorithm()).random();
            contenders.add(new Contender(seeds, new Significance.Group(figures, random)));
        }
        for (Contender contender : contenders) {
            if (contender.group.users() != contenders.get(0).group.users()) {
                throw new DataException(
                        Text.of(
                                "compare.apart",
                                runs.get(0).id(),
                                contender.runs.get(0).id()),
                        Text.of("compare.apart.remedy"));
            }
        }
        contenders.sort(
                Comparator.comparingDouble((Contender c) -> c.group.mean()).reversed());
        String protocol = first.split() + ", " + first.candidates();
        return new SettingsComparison(wanted, protocol, List.copyOf(contenders));
    }

    /** A run that was left out as the same seed again must have had the same candidates. */
    private static void checkDraw(StoredRun run, List<List<StoredRun>> settings) throws DataException {
        for (List<StoredRun> seeds : settings) {
            for (StoredRun counted : seeds) {
                if (counted.spec().seed() == run.spec().seed()
                        && counted.spec().splitSeed() != run.spec().splitSeed()
                        && sameSetting(counted, run)) {
                    throw new DataException(
                            Text.of("compare.apart", counted.id(), run.id()), Text.of("compare.apart.remedy"));
                }
            }
        }
    }

    /** Whether runs differ by the seed at most. */
    public static boolean sameSetting(StoredRun run, StoredRun other) {
        return run.spec().setting().sameAs(other.spec().setting());
    }

    /** Runs that differ by the seed alone are one setting, in the order of the first of each; a seed counts once. */
    static List<List<StoredRun>> bySetting(List<StoredRun> runs) {
        List<List<StoredRun>> settings = new ArrayList<>();
        for (StoredRun run : runs) {
            List<StoredRun> seeds = settings.stream()
                    .filter(known -> sameSetting(known.get(0), run))
                    .findFirst()
                    .orElseGet(() -> {
                        List<StoredRun> fresh = new ArrayList<>();
                        settings.add(fresh);
                        return fresh;
                    });
            // The same seed again tells nothing new.
            if (seeds.stream().noneMatch(r -> r.spec().seed() == run.spec().seed())) {
                seeds.add(run);
            }
        }
        return settings;
    }

    /** Every evaluated user's figure of a run's best epoch: shape [users]. */
    public static double[] figures(RunStore store, StoredRun run, String metric) throws DataException {
        Path file = store.files().userFigures(run.id());
        try {
            Weights figures = Safetensors.read(file);
            for (String name : figures.names()) {
                float[] users = Objects.requireNonNull(figures.get(name));
                if (name.equalsIgnoreCase(metric) && users.length > 0) {
                    double[] wide = new double[users.length];
                    for (int u = 0; u < wide.length; u++) {
                        wide[u] = users[u];
                    }
                    return wide;
                }
            }
        } catch (IOException e) {
            throw new DataException(
                    file, Text.of("compare.no.figures", run.id()), Text.of("compare.no.figures.remedy"));
        }
        throw new DataException(
                Text.of("compare.no.metric", run.id(), metric), Text.of("compare.no.metric.remedy", has(run)));
    }

    /** The metrics of a run that have a figure a user. */
    private static String has(StoredRun run) {
        try {
            return CutoffMetric.parse(run.spec().metrics()).stream()
                    .filter(m -> !m.ofAllLists())
                    .map(CutoffMetric::name)
                    .collect(Collectors.joining(", "));
        } catch (DataException e) {
            return run.spec().metrics();
        }
    }

    /** What to know of some runs before they are compared: which have not come to their end, and which say nothing new. */
    public static List<Text> warnings(List<StoredRun> runs) {
        List<Text> warnings = new ArrayList<>();
        List<StoredRun> counted = bySetting(runs).stream().flatMap(List::stream).toList();
        for (StoredRun run : runs) {
            if (!counted.contains(run)) {
                warnings.add(Text.of("compare.again", run.id()));
            } else if (run.state() != RunState.FINISHED) {
                warnings.add(Text.of(
                        "compare.unfinished",
                        run.id(),
                        Text.of("state." + run.state()),
                        run.best().map(RunEvent.EpochDone::epoch).orElse(0)));
            }
        }
        return warnings;
    }

    /** What separates each contender from the first, which is the best; one fewer than there are contenders. */
    public List<Gap> gaps() {
        List<Significance.Comparison> all = new ArrayList<>();
        for (Contender other : contenders.subList(1, contenders.size())) {
            all.add(Significance.compare(contenders.get(0).group, other.group, 1));
        }
        double[] corrected = Significance.holm(
                all.stream().mapToDouble(Significance.Comparison::p).toArray());
        List<Gap> gaps = new ArrayList<>();
        for (int n = 0; n < corrected.length; n++) {
            Contender best = contenders.get(0);
            Contender other = contenders.get(n + 1);
            Contender fewer = best.group.seedsWanted() >= other.group.seedsWanted() ? best : other;
            gaps.add(new Gap(all.get(n), corrected[n], fewer.group.seedsWanted() > 0 ? fewer.title() : ""));
        }
        return gaps;
    }

    /**
     * Groups of users and of items in which the two best settings differ, corrected together; makes every model of both again
     * and ranks the catalogue with each.
     *
     * @param ofUsers the groups of users, as {@link UserGroups#gaps} gives them
     * @param data what the runs were trained on
     */
    public List<UserGroups.Gap> withItems(
            Services services, RunStore store, Prepared data, List<UserGroups.Gap> ofUsers, Evaluator.Watch watch)
            throws DataException {
        List<List<Recommender>> models = new ArrayList<>();
        boolean[] random = new boolean[2];
        for (int n = 0; n < 2; n++) {
            Contender contender = contenders.get(n);
            List<Recommender> seeds = new ArrayList<>();
            for (StoredRun run : contender.runs) {
                seeds.add(services.reopen(store, run, data).recommender());
            }
            models.add(seeds);
            random[n] = services.algorithms()
                    .algorithm(contender.runs.get(0).spec().algorithm())
                    .random();
        }
        PreparedRun preparedRun = services.preparedRun(contenders.get(0).runs.get(0), data);
        List<UserGroups.Gap> all = new ArrayList<>(ofUsers);
        all.addAll(UserGroups.itemGaps(preparedRun, metric, models.get(0), models.get(1), random, watch));
        return UserGroups.ranked(all);
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
        all.put("split", spec.split());
        all.put("candidates", spec.candidates());
        all.put("epochs", Integer.toString(spec.epochs()));
        all.put("patience", Integer.toString(spec.patience()));
        all.put("seed", Long.toString(spec.seed()));
        all.put("split_seed", Long.toString(spec.splitSeed()));
        all.put("engine", spec.engine());
        all.put("device", spec.device());
        all.put("metrics", spec.metrics());
        all.put("metrics_every", Integer.toString(spec.metricsEvery()));
        all.put("data", spec.data());
        return all;
    }
}
