package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the comparison of settings from stored runs. */
public final class ComparedSettings {
    private final RunStore store;
    private final Algorithms algorithms;
    private final List<StoredRun> runs;
    private final List<StoredRun> all;
    private final String metric;
    private final boolean allEnded;
    private final FigureStage stage;

    /** The epoch whose figures are compared while some runs train; 0 for none. */
    private int sameEpoch;

    /** Whether the best of several epochs was chosen on the test part. */
    private final boolean chosenOnTest;

    /** The runs that count: one per seed of each setting. */
    private final List<List<StoredRun>> settings;

    private ComparedSettings(RunStore store, Algorithms algorithms, List<StoredRun> runs, String metric)
            throws DataException {
        this.store = store;
        this.algorithms = algorithms;
        this.runs = runs;
        RunSpec first = runs.get(0).spec();
        for (StoredRun run : runs) {
            run.checkNoFit();
            SameProtocol.check(runs.get(0), run);
        }
        this.all = store.list();
        this.metric = metric.isBlank() ? first.metrics().split(",", 2)[0].strip() : metric.strip();
        checkDecides();
        this.allEnded = runs.stream().allMatch(run -> run.state().ended());
        List<StoredRun> counted =
                allEnded ? runs.stream().filter(RunFigures::isReported).toList() : runs;
        if (counted.isEmpty()) {
            throw new DataException(Text.of("compare.nothing", runs.get(0).id()), Text.of("compare.nothing.remedy"));
        }
        chosenOnTest = counted.stream().anyMatch(ComparedSettings::choseOnTest);
        stage = stage(first.chosenOnTest());
        settings = Seeds.bySetting(counted);
        for (StoredRun run : counted) {
            checkDraw(run);
        }
    }

    /**
     * Reads the stored figures of the runs, but no data.
     *
     * @param metric one that all runs have, "" for the one that decided the first run's best epoch
     * @throws DataException if they were evaluated differently, or none has figures
     */
    public static SettingsComparison of(RunStore store, Algorithms algorithms, List<StoredRun> runs, String metric)
            throws DataException {
        if (runs.isEmpty()) {
            throw new DataException(Text.of("compare.none"), Text.of("compare.none.remedy"));
        }
        return new ComparedSettings(store, algorithms, runs, metric).comparison();
    }

    private SettingsComparison comparison() throws DataException {
        List<Standing> standings = allEnded ? byFinalFigures() : atSameEpoch();
        RunSpec first = runs.get(0).spec();
        int looks = store.looks().count(first);
        return new SettingsComparison(
                metric,
                first.dataName(),
                first.split() + ", " + first.candidates(),
                stage,
                sameEpoch,
                standings,
                looks,
                notes(looks));
    }

    /** If neither higher nor lower is better, no setting is best. */
    private void checkDecides() throws DataException {
        if (!CutoffMetric.parse(metric).get(0).decides()) {
            throw new DataException(Text.of("compare.undecided", metric), Text.of("compare.undecided.remedy"));
        }
    }

    /** A run in progress has chosen no epoch yet; a model computed at once has a single epoch and no choice. */
    private static boolean choseOnTest(StoredRun run) {
        return run.spec().chosenOnTest()
                && run.state().ended()
                && run.last().filter(epoch -> epoch.epoch() > 1).isPresent();
    }

    private FigureStage stage(boolean withoutValidation) {
        if (allEnded) {
            return chosenOnTest ? FigureStage.CHOSEN_ON_TEST : FigureStage.TESTED;
        }
        return withoutValidation ? FigureStage.TEST_SO_FAR : FigureStage.VALIDATION;
    }

    /** A run that does not count, because another with the same seed does, must still have the same candidates. */
    private void checkDraw(StoredRun run) throws DataException {
        for (List<StoredRun> seeds : settings) {
            for (StoredRun counted : seeds) {
                if (counted.spec().seed() == run.spec().seed()
                        && counted.spec().splitSeed() != run.spec().splitSeed()
                        && Seeds.sameSetting(counted, run)) {
                    throw SameProtocol.apart(counted, run);
                }
            }
        }
    }

    /** Compares by all users' figures on the test part; the setting that is best on validation comes first, if all have such figures. */
    private List<Standing> byFinalFigures() throws DataException {
        long draws = settings.stream()
                .flatMap(List::stream)
                .map(run -> run.spec().splitSeed())
                .distinct()
                .count();
        // With one draw of negatives, their chance is part of the variance over users; several draws act like seeds.
        boolean drawn = runs.get(0).spec().drawnCandidates() && draws > 1;
        List<Contender> contenders = new ArrayList<>();
        for (List<StoredRun> seeds : settings) {
            double[][] figures = new double[seeds.size()][];
            for (int s = 0; s < figures.length; s++) {
                figures[s] = StoredFigures.of(store, seeds.get(s), metric);
                if (!StoredFigures.sameUsers(store, settings.get(0).get(0), seeds.get(s))) {
                    throw SameProtocol.apart(runs.get(0), seeds.get(s));
                }
            }
            boolean random = drawn
                    || algorithms.algorithm(seeds.get(0).spec().algorithm()).random();
            Contender contender = contender(seeds, figures, random);
            contenders.add(contender);
            if (contender.group().users() != contenders.get(0).group().users()) {
                throw SameProtocol.apart(runs.get(0), seeds.get(0));
            }
        }
        return standings(contenders);
    }

    private List<Standing> standings(List<Contender> contenders) {
        contenders.sort(Comparator.comparingDouble(
                (Contender c) -> -CutoffMetric.worth(metric, c.group().mean())));
        if (stage != FigureStage.TESTED) {
            return Standing.chosenOnTest(contenders);
        }
        boolean validated = contenders.stream().noneMatch(c -> Double.isNaN(c.onValidation(metric)));
        if (validated) {
            // Choosing the best by the figures shown would bias them upwards.
            Contender reference = contenders.stream()
                    .reduce((best, c) -> onValidation(c) > onValidation(best) ? c : best)
                    .orElseThrow();
            contenders.remove(reference);
            contenders.add(0, reference);
        }
        return Standing.judged(contenders, validated);
    }

    private double onValidation(Contender contender) {
        return CutoffMetric.worth(metric, contender.onValidation(metric));
    }

    private Contender contender(List<StoredRun> seeds, double[][] figures, boolean random) throws DataException {
        return new Contender(
                seeds,
                new Significance.Group(figures, random),
                SeriesShare.of(store, seeds, all).words());
    }

    /** Compares by means on the part that decides, after the last epoch that all have reached; ended settings come first. */
    private List<Standing> atSameEpoch() throws DataException {
        Map<Long, List<RunEvent.EpochDone>> epochs = new HashMap<>();
        int same = Integer.MAX_VALUE;
        for (StoredRun run : settings.stream().flatMap(List::stream).toList()) {
            List<RunEvent.EpochDone> evaluated = RunEvent.epochs(store.events(run.id())).stream()
                    .filter(epoch -> epoch.metrics().containsKey(metric))
                    .toList();
            epochs.put(run.id(), evaluated);
            if (!run.state().ended()) {
                same = Math.min(
                        same,
                        evaluated.isEmpty()
                                ? 0
                                : evaluated.get(evaluated.size() - 1).epoch());
            }
        }
        boolean alike = settings.stream()
                .map(seeds -> seeds.get(0).spec())
                .allMatch(spec -> spec.sameRows(runs.get(0).spec()));
        sameEpoch = alike ? same : 0;
        List<Contender> contenders = new ArrayList<>();
        for (List<StoredRun> seeds : settings) {
            double[][] figures = seeds.stream()
                    .map(run ->
                            new double[] {RunFigures.after(sameEpoch, epochs.getOrDefault(run.id(), List.of()), metric)
                            })
                    .toArray(double[][]::new);
            contenders.add(contender(seeds, figures, false));
        }
        contenders.sort(Comparator.comparing(
                (Contender c) -> !c.runs().stream().allMatch(run -> run.state().ended())));
        return Standing.atEpoch(contenders, sameEpoch);
    }

    private List<Text> notes(int looks) {
        List<Text> notes = new ArrayList<>();
        runs.stream()
                .filter(run -> !run.state().ended())
                .findFirst()
                .ifPresent(run -> notes.add(Text.of("compare.unended", run.id(), Text.of("state." + run.state()))));
        if (chosenOnTest) {
            notes.add(Text.of("compare.on.test"));
        }
        for (StoredRun run : runs) {
            if (run.state().ended() && !RunFigures.isReported(run)) {
                notes.add(Text.of("compare.lost", run.id(), Text.of("state." + run.state())));
            } else if (settings.stream().noneMatch(seeds -> seeds.contains(run))) {
                notes.add(Text.of("compare.again", run.id()));
            }
        }
        if (stage == FigureStage.TESTED && looks > 0) {
            notes.add(Text.of("part.looks", looks));
        }
        if (stage == FigureStage.TESTED && settings.size() > 2) {
            notes.add(Text.of("compare.corrected", Significance.pairs(settings.size())));
        }
        return notes;
    }
}
