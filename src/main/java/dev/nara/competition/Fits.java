package dev.nara.competition;

import dev.nara.analysis.RunFigures;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.CandidateRules;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.split.AllRows;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fits of runs for a submission: the same settings and seed on all rows, for as many epochs as the run's best one (see {@link FitEpochs}),
 * without evaluation. A fit has no figures of its own; those of its run stand for it. Refuses runs that have not ended.
 */
public final class Fits {
    /** The main phase of a run, see {@link RunEvent.EpochDone}, which comes last. */
    private static final String TRAINING = "train";

    private final Services services;
    private final RunStore store;

    /** For the runs of a workspace. */
    public Fits(Services services, RunStore store) {
        this.services = services;
        this.store = store;
    }

    /** The existing fit of a run: finished ones before unfinished ones, latest first. */
    public Optional<StoredRun> of(StoredRun run) throws DataException {
        return store.list().stream()
                .filter(fit -> isFinished(fit) || !fit.state().ended())
                .filter(fit -> fit.isFitOf(run))
                .min(Comparator.comparing(fit -> fit.state() != RunState.FINISHED));
    }

    /** The same if its model is stored. */
    public Optional<StoredRun> finished(StoredRun run) throws DataException {
        return of(run).filter(this::isFinished);
    }

    /** Whether a fit has finished and its model is stored. */
    public boolean isFinished(StoredRun fit) {
        return fit.state() == RunState.FINISHED && store.models().hasWeights(fit);
    }

    /** The fit of a run with its model; empty if none is finished. */
    public Optional<Services.Reopened> reopened(StoredRun run, Prepared data) throws DataException {
        Optional<StoredRun> fit = finished(run);
        return fit.isEmpty() ? Optional.empty() : Optional.of(services.reopen(store, fit.get(), data));
    }

    /** A recipe that uses the finished fits of its runs. */
    public CompositionSetup in(CompositionSetup setup) throws DataException {
        Map<Long, Services.Reopened> all = new HashMap<>();
        for (Services.Reopened run : setup.runs()) {
            reopened(run.run(), run.data()).ifPresent(fit -> all.put(run.run().id(), fit));
        }
        return setup.with(all);
    }

    /** The run of a fit, if it is in this workspace. */
    public Optional<StoredRun> runOf(StoredRun fit) throws DataException {
        return store.list().stream().filter(fit::isFitOf).findFirst();
    }

    /**
     * A fit to be trained.
     *
     * @param spec its complete settings
     * @param fitOf the run that it belongs to
     * @param note about its number of epochs
     */
    public record Plan(RunSpec spec, FitOf fitOf, Optional<Text> note) {}

    /**
     * The settings for the fit of a run.
     *
     * @throws DataException if the run has not ended, has no model, is a fit itself, or has other data
     */
    public Plan plan(StoredRun run, Prepared data) throws DataException {
        if (run.fitOf().isPresent()) {
            throw new DataException(Text.of("fit.of.fit", run.id()), Text.of("fit.of.fit.remedy"));
        }
        if (!run.state().ended() || run.best().isEmpty()) {
            throw new DataException(
                    Text.of("fit.not.ended", run.id(), Text.of("state." + run.state())),
                    Text.of("fit.not.ended.remedy", run.id()));
        }
        PreparedRun own = services.preparedRun(run, data);
        FitEpochs epochs = FitEpochs.of(run, own);
        RunSpec spec = run.spec()
                .change()
                .split(AllRows.NAME)
                .validation(RunSettings.ON_TEST)
                .candidates(own.candidates().seenKept() ? CandidateRules.KEPT : CandidateRules.MASKED)
                .epochs(epochs.epochs())
                .patience(0)
                .metricsEvery(epochs.epochs())
                .spec();
        PreparedRun fit = services.prepare(spec, data.dataset());
        fit.checkStart();
        return new Plan(fit.spec(), origin(run, epochs.epochs()), epochs.note());
    }

    private static FitOf origin(StoredRun run, int epochs) {
        RunSpec spec = run.spec();
        boolean reported = !RunFigures.reported(run).isEmpty();
        FitOf.Part part =
                spec.chosenOnTest() ? FitOf.Part.CHOSEN_ON_TEST : reported ? FitOf.Part.TEST : FitOf.Part.VALIDATION;
        return new FitOf(
                run.id(),
                run.created(),
                epochs,
                reported ? RunFigures.reported(run) : RunFigures.best(run),
                part,
                part == FitOf.Part.VALIDATION ? spec.validation() : spec.split(),
                spec.candidates());
    }

    /** The estimated duration of a fit in seconds, by the epochs of its run; NaN if unknown. */
    public double seconds(StoredRun run, int epochs, Dataset dataset) throws DataException {
        double seconds = 0;
        int rows = 0;
        for (RunEvent event : store.events(run.id())) {
            if (event instanceof RunEvent.Started started) {
                rows = started.interactions();
            } else if (event instanceof RunEvent.EpochDone epoch
                    && (!epoch.phase().equals(TRAINING) || epoch.epoch() <= epochs)) {
                seconds += epoch.seconds();
            }
        }
        return rows == 0 ? Double.NaN : seconds * dataset.interactions().size() / rows;
    }
}
