package dev.nara.search.plan;

import dev.nara.search.race.Rungs;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.trials.TrialExecutor.Plan;
import dev.nara.search.trials.TrialExecutor.Task;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import java.util.List;
import java.util.Map;

/** What the runs of a study are asked to do. */
public final class RunSpecs {
    private final StudyState state;

    public RunSpecs(StudyState state) {
        this.state = state;
    }

    /** Of settings, from a seed. */
    public RunSpec of(String algorithm, Map<String, String> settings, long seed) {
        return state.spec().run(state.spec().part(algorithm), settings, seed);
    }

    /** Of a trial from a seed; one that confirms is trained as long as the trial's best epoch, and evaluated there alone. */
    public RunSpec of(TrialNow trial, long seed, boolean confirming) {
        RunSpec spec = of(trial.added().algorithm(), trial.added().settings(), seed);
        int epochs = Math.max(1, trial.epoch());
        return confirming
                ? spec.change().epochs(epochs).metricsEvery(epochs).patience(0).spec()
                : spec;
    }

    /** Of a trial on the test part: on the whole training part, for as long as its best epoch, nothing chosen. */
    public RunSpec tested(TrialNow trial, long seed) {
        int epochs = Math.max(1, trial.epoch());
        return of(trial.added().algorithm(), trial.added().settings(), seed)
                .change()
                .validation(RunSettings.FIXED)
                .epochs(epochs)
                .metricsEvery(epochs)
                .patience(0)
                .spec();
    }

    /** The rungs of a trial: by the work of a training of the preset. */
    public List<Rungs.Rung> rungs(String algorithm, Plan plan) {
        if (state.spec().race().equals(StudySpec.NO_RACE)) {
            return List.of();
        }
        double full =
                state.preset(algorithm).map(preset -> preset.added().work()).orElse(plan.work())
                        * state.spec().base().epochs();
        return Rungs.of(plan.work(), full, plan.epochs(), plan.firstRung()).rungs();
    }

    /** A run that is under way, as the executor knows it. */
    public Task task(long study, TrialNow trial, TrialNow.RunNow run) {
        return new Task(
                study,
                trial.number(),
                of(trial, run.seed, run.confirming),
                run == trial.runs().get(0)
                        ? trial.added().rungs().stream().map(Rungs.Rung::epoch).toList()
                        : List.of(),
                false);
    }
}
