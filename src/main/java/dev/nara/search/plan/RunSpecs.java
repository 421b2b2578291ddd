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

/** The specs of a study's runs. */
public final class RunSpecs {
    private final StudyState state;

    public RunSpecs(StudyState state) {
        this.state = state;
    }

    /** The spec of settings with a seed. */
    public RunSpec of(String algorithm, Map<String, String> settings, long seed) {
        return state.spec().run(state.spec().part(algorithm), settings, seed);
    }

    /** The spec of a trial with a seed; a confirming run trains up to the trial's best epoch and is evaluated only there. */
    public RunSpec of(TrialNow trial, long seed, boolean confirming) {
        RunSpec spec = of(trial.added().algorithm(), trial.added().settings(), seed);
        int epochs = Math.max(1, trial.epoch());
        return confirming
                ? spec.change().epochs(epochs).metricsEvery(epochs).patience(0).spec()
                : spec;
    }

    /** The spec of a trial on the test part: trained on the whole training part up to its best epoch, without choosing. */
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

    /** The rungs of a trial, by the work of the preset's training. */
    public List<Rungs.Rung> rungs(String algorithm, Plan plan) {
        if (state.spec().race().equals(StudySpec.NO_RACE)) {
            return List.of();
        }
        double full =
                state.preset(algorithm).map(preset -> preset.added().work()).orElse(plan.work())
                        * state.spec().base().epochs();
        return Rungs.of(plan.work(), full, plan.epochs(), plan.firstRung()).rungs();
    }

    /** A run in progress as the executor knows it. */
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
