package dev.nara.cli.train;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Fits;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.References;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Fits runs on all rows, on the terminal. Uses an existing fit, and resumes an unfinished one. */
public final class FitsOnTerminal {
    private final Services services;
    private final RunStore store;
    private final Output output;
    private final Fits fits;
    private final RunOnTerminal terminal;

    /** {@code workspace} is the option from {@link WorkspaceOption#hint}. */
    public FitsOnTerminal(Services services, RunStore store, Output output, boolean json, String workspace) {
        this.services = services.at(store.workspace());
        this.store = store;
        this.output = output;
        this.fits = new Fits(this.services, store);
        this.terminal =
                new RunOnTerminal(store, new References(services.algorithms(), store), output, json, null, workspace);
    }

    /** Fits a run and returns the exit code. */
    public int fit(StoredRun run, Prepared data) throws DataException, IOException {
        Optional<StoredRun> known = fits.of(run);
        if (known.filter(fits::isFinished).isPresent()) {
            output.say(Text.of("cli.fit.known", known.get().id(), run.id()));
            return ExitCode.DONE;
        }
        long id = known.isPresent() ? goOn(known.get()) : begin(run, data);
        StoredRun fit = store.find(Long.toString(id));
        return terminal.waits(id) ? terminal.train(id, services.preparedRun(fit, data)) : ExitCode.FAILED;
    }

    private long goOn(StoredRun fit) throws DataException {
        store.resumption().enqueue(List.of(fit.id()));
        return fit.id();
    }

    private long begin(StoredRun run, Prepared data) throws DataException {
        Fits.Plan plan = fits.plan(run, data);
        long id = store.create(plan.spec(), plan.fitOf());
        double seconds = fits.seconds(run, plan.spec().epochs(), data.dataset());
        output.say(Text.of(
                "cli.fit",
                run.id(),
                id,
                plan.spec().epochs(),
                Numbers.grouped(data.dataset().interactions().size()),
                Double.isNaN(seconds) ? "?" : Numbers.duration(seconds)));
        plan.note().ifPresent(output::say);
        output.say(plan.fitOf().words());
        return id;
    }

    /** A recipe with fits in place of all its runs; empty if one of them could not be fitted. */
    public Optional<CompositionSetup> fitted(CompositionSetup setup) throws DataException, IOException {
        for (Services.Reopened run : setup.runs()) {
            if (fit(run.run(), run.data()) != ExitCode.DONE) {
                return Optional.empty();
            }
        }
        return Optional.of(fits.in(setup));
    }
}
