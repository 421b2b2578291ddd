package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.search.race.Race;
import dev.nara.search.race.Rungs;
import dev.nara.search.race.Thaw;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which trials are stopped at a rung, and which stopped ones continue; trials of one algorithm compete with each other. */
public final class Judge {
    private static final int HOPEFULS = 3;

    private final StudyState state;
    private final Figures figures;
    private final Race.Mode mode;

    public Judge(StudyState state, Figures figures) {
        this.state = state;
        this.figures = figures;
        this.mode = Race.Mode.valueOf(state.spec().race().toUpperCase(Locale.ROOT));
    }

    /** A trial's rank at one of its rungs. */
    private record Look(Rungs.Rung rung, StudyEvent.Reached reached, long run) {}

    /** Why a trial is stopped at the rung it has just reached; empty if it continues. */
    public Optional<Text> leave(TrialNow trial, StudyEvent.Reached reached) throws DataException {
        // Unless the rank is bad, the slower comparison is unnecessary.
        Race.Decision decision = standing(trial, reached).rank().topHalf() ? null : decide(trial, reached);
        return decision != null && decision.leave() ? Optional.of(decision.why()) : Optional.empty();
    }

    private Race.@Nullable Decision decide(TrialNow trial, StudyEvent.Reached reached) throws DataException {
        Rungs.Rung rung = rung(trial, reached);
        Standing standing = standing(trial, reached);
        TrialNow best = best(standing.others(), rung);
        if (best == null) {
            return null;
        }
        Look of = look(best, rung).orElseThrow();
        double[] its = figures.searched(of.run(), of.reached().epoch());
        double[] own = figures.searched(trial.main().run, reached.epoch());
        if (its.length == 0 || its.length != own.length) {
            its = new double[] {worth(of.reached())};
            own = new double[] {worth(reached)};
        }
        return Race.at(
                mode, own, its, rung.level(), standing.rank(), state.steered().pinned(trial.number()), 0);
    }

    private static Rungs.Rung rung(TrialNow trial, StudyEvent.Reached reached) {
        return trial.added().rungs().get(reached.rung() - 1);
    }

    /** The other trials that reached a rung, and the trial's rank among them. */
    private record Standing(List<TrialNow> others, Race.Rank rank) {}

    private Standing standing(TrialNow trial, StudyEvent.Reached reached) {
        List<TrialNow> others = new ArrayList<>();
        int better = 0;
        for (TrialNow other : state.trials(trial.added().algorithm())) {
            Optional<Look> look = look(other, rung(trial, reached));
            if (other != trial && look.isPresent()) {
                others.add(other);
                better += worth(look.get().reached()) > worth(reached) ? 1 : 0;
            }
        }
        return new Standing(others, new Race.Rank(others.size(), better));
    }

    private double worth(StudyEvent.Reached reached) {
        return state.spec().worth(reached.figure());
    }

    /** The figures at the rung of the same share of work, whatever its epoch; empty if the trial did not get there. */
    private static Optional<Look> look(TrialNow trial, Rungs.Rung rung) {
        for (StudyEvent.Reached reached : trial.reached()) {
            Rungs.Rung its = trial.added().rungs().get(reached.rung() - 1);
            if (its.share() == rung.share()) {
                return Optional.of(new Look(its, reached, trial.runs().get(0).run));
            }
        }
        return Optional.empty();
    }

    /** The best finished trial, else the best at that rung. */
    private @Nullable TrialNow best(List<TrialNow> others, Rungs.Rung rung) {
        TrialNow best = null;
        double worth = Double.NaN;
        boolean finished = false;
        for (TrialNow other : others) {
            boolean done = other.state() == TrialState.FINISHED && state.withinLimits(other);
            double its = done
                    ? state.worth(other)
                    : look(other, rung).map(l -> worth(l.reached())).orElse(Double.NaN);
            if (best == null || (done && !finished) || (done == finished && its > worth)) {
                best = other;
                worth = its;
                finished = done;
            }
        }
        return best;
    }

    /** The stopped trial of an algorithm that should continue now. */
    OptionalInt thaw(String algorithm) throws DataException {
        List<TrialNow> trials = state.trials(algorithm);
        double all = 0;
        double thawed = 0;
        for (TrialNow trial : trials) {
            all += trial.work(trial.trained());
            thawed += trial.work(trial.trainedThawed());
        }
        // A continued trial in training has not reported its cost yet.
        boolean goesOn = trials.stream().anyMatch(t -> t.thawedOnce() && t.state() == TrialState.RUNNING);
        if (goesOn || !Thaw.turn(thawed, all - state.workBeforeDrops(algorithm))) {
            return OptionalInt.empty();
        }
        List<Thaw.Dropped> dropped = new ArrayList<>();
        for (TrialNow trial : hopefuls(trials)) {
            Race.Decision now = decide(trial, last(trial));
            dropped.add(new Thaw.Dropped(trial.number(), trial.droppedAtRung(), now == null ? 1 : now.p()));
        }
        return Thaw.which(dropped);
    }

    private static StudyEvent.Reached last(TrialNow trial) {
        return trial.reached().get(trial.reached().size() - 1);
    }

    /** The best few of the trials stopped at each rung; others cannot be the most likely. */
    private List<TrialNow> hopefuls(List<TrialNow> trials) {
        Map<Double, List<TrialNow>> byShare = trials.stream()
                .filter(t -> t.state() == TrialState.DROPPED && t.droppedAtRung() > 0)
                .collect(Collectors.groupingBy(
                        t -> t.added().rungs().get(last(t).rung() - 1).share(), TreeMap::new, Collectors.toList()));
        return byShare.values().stream()
                .flatMap(same -> same.stream()
                        .sorted(Comparator.comparingDouble((TrialNow t) -> -worth(last(t)))
                                .thenComparingInt(TrialNow::number))
                        .limit(HOPEFULS))
                .toList();
    }
}
