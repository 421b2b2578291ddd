package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.eval.Tails;
import dev.nara.search.outcome.Importance;
import dev.nara.search.outcome.Prospect;
import dev.nara.search.plan.Figures;
import dev.nara.search.plan.NextSettings;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySnapshot.Ahead;
import dev.nara.search.study.StudySnapshot.Share;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes what a snapshot shows beyond the events, whenever something has happened. Guarded by the owner of the state. */
final class Insight {
    private static final double TEN_MINUTES = 600;

    private final StudyState state;
    private final Figures figures;
    private final NextSettings settings;
    private long seq = -1;
    private Snapshots.Known known = Snapshots.Known.NOTHING;
    private int ended;
    private Map<String, List<Share>> importance = Map.of();
    private double noise = Double.NaN;

    Insight(StudyState state, Figures figures) throws DataException {
        this.state = state;
        this.figures = figures;
        settings = new NextSettings(state, algorithm -> true);
    }

    /**
     * @param secondsLeft of a time budget; infinite without one
     */
    Snapshots.Known of(double secondsLeft, int places) throws DataException {
        if (seq != state.seq()) {
            seq = state.seq();
            Set<Integer> level = level();
            known = new Snapshots.Known(level, next(), Ahead.UNKNOWN, importance());
        }
        return new Snapshots.Known(known.level(), known.next(), ahead(secondsLeft, places), known.importance());
    }

    private Optional<StudySnapshot.Next> next() {
        if (state.phase() != Phase.SEARCHING && state.phase() != Phase.PAUSED) {
            return Optional.empty();
        }
        return state.steered().parts().stream()
                .flatMap(part -> settings.of(part).stream())
                .findFirst()
                .map(ask -> new StudySnapshot.Next(ask.algorithm(), ask.settings(), ask.origin(), ask.why()));
    }

    /** The trials that the best does not beat beyond chance, paired by user. */
    private Set<Integer> level() throws DataException {
        Optional<TrialNow> best = state.bestFinished();
        if (best.isEmpty()) {
            return Set.of();
        }
        double[] its = figures.searched(best.get().main().run, best.get().epoch());
        Set<Integer> level = new HashSet<>(Set.of(best.get().number()));
        for (TrialNow trial : state.trials()) {
            if (trial.state() == TrialState.FINISHED && trial != best.get() && state.withinLimits(trial)) {
                double[] users = figures.searched(trial.main().run, trial.epoch());
                boolean comparable = its.length > 1 && users.length == its.length;
                if (comparable && Tails.below(users, its, 0) >= Significance.LEVEL) {
                    level.add(trial.number());
                    noise = error(users, its);
                }
            }
        }
        return level;
    }

    private static double error(double[] one, double[] other) {
        double[] differences = new double[one.length];
        for (int u = 0; u < differences.length; u++) {
            differences[u] = one[u] - other[u];
        }
        return Significance.deviation(differences) / Math.sqrt(one.length);
    }

    private Map<String, List<Share>> importance() {
        int now = (int) state.trials().stream().filter(t -> !t.state().alive()).count();
        if (now == ended || now < Importance.TRIALS) {
            return importance;
        }
        ended = now;
        Map<String, List<Share>> all = new LinkedHashMap<>();
        for (StudyPart part : state.steered().parts()) {
            if (!part.space().dimensions().isEmpty()) {
                List<Share> shares = new ArrayList<>();
                Importance.of(part.space(), settings.history(part), state.spec().seed())
                        .forEach(i -> shares.add(new Share(i.name(), i.share(), i.low(), i.high())));
                all.put(part.algorithm(), List.copyOf(shares));
            }
        }
        importance = all;
        return importance;
    }

    private Ahead ahead(double secondsLeft, int places) {
        double[] took = state.trials().stream()
                .filter(t -> t.trained() > 0 && t.secondsPerEpoch() > 0)
                .mapToDouble(t -> t.secondsPerEpoch() * t.trained())
                .toArray();
        double[] values = state.trials().stream()
                .filter(t -> t.state() == TrialState.FINISHED)
                .mapToDouble(state::worth)
                .toArray();
        boolean timed = !Double.isInfinite(secondsLeft);
        double search = timed ? Math.max(0, secondsLeft - Budget.CONFIRMATION * (state.seconds() + secondsLeft)) : 0;
        Prospect left = Prospect.of(search, places, took, values, Double.isNaN(noise) ? 0 : noise);
        Prospect more = Prospect.of(TEN_MINUTES, places, took, values, Double.isNaN(noise) ? 0 : noise);
        if (timed) {
            return new Ahead(secondsLeft, 0, left.trials(), more.gain());
        }
        double each = took.length == 0 ? Double.NaN : Significance.mean(took);
        int trials = Math.max(0, state.steered().budget().trials() - state.begun());
        double seconds = each * trials / places;
        return new Ahead(seconds, took.length < 2 ? Double.NaN : seconds / Math.sqrt(took.length), trials, more.gain());
    }
}
