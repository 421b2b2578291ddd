package dev.nara.cli.train;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import dev.nara.analysis.AmongReferences;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.store.reference.References;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the references of a run in parallel with it, and prints at the end how the run compares with them. */
public final class TerminalReferences implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalReferences.class);
    /** How long references may delay the end of a run; those unknown by then are not trained now. */
    private static final long WAIT_MILLIS = 5000;

    private final References references;
    private final long run;
    private final PreparedRun preparedRun;
    private final RunControl control = new RunControl();
    private @Nullable Thread training;

    TerminalReferences(References references, long run, PreparedRun preparedRun) {
        this.references = references;
        this.run = run;
        this.preparedRun = preparedRun;
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.Started || (event instanceof RunEvent.Resumed resumed && resumed.takenUp())) {
            Thread begun = new Thread(this::train, "references");
            begun.setDaemon(true);
            begun.start();
            training = begun;
        }
    }

    private void train() {
        try {
            references.train(run, preparedRun, control, () -> {});
        } catch (CancellationException e) {
            LOG.info("not all references are known yet");
        } catch (DataException | RuntimeException | OutOfMemoryError e) {
            // The run continues without references.
            LOG.warn("the references of run {} are not known", run, e);
        }
    }

    /** Ends the training of references after the run; waits a little for them if the run has finished. */
    void end(boolean finished) {
        Thread begun = training;
        try {
            if (begun != null && finished) {
                begun.join(WAIT_MILLIS);
            }
            control.cancel();
            if (begun != null) {
                begun.join();
            }
        } catch (InterruptedException e) {
            control.cancel();
            Thread.currentThread().interrupt();
        }
    }

    /** Prints how a run compares with its known references; nothing before the run was evaluated on the test part. */
    static void say(References references, RunStore store, long id, Output output) throws DataException {
        StoredRun run = store.find(Long.toString(id));
        AmongReferences.of(run, references.of(run)).ifPresent(among -> output.say(among.in(output.locale())));
    }

    /** The references as JSON, with their figures on both parts. */
    public static JsonArray json(List<Reference> references) {
        JsonArray array = new JsonArray();
        references.forEach(each -> array.add(new Gson().toJsonTree(each)));
        return array;
    }
}
