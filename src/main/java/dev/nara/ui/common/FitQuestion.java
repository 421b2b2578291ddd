package dev.nara.ui.common;

import dev.nara.competition.Fits;
import dev.nara.data.DataException;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Before a submission is written, asks whether to first train its runs again on all rows. */
public final class FitQuestion {
    private final Frame frame;
    private final Fits fits;
    private final Trainer trainer;

    /** For the runs of the window's workspace. */
    public FitQuestion(Frame frame, Fits fits, Trainer trainer) {
        this.frame = frame;
        this.fits = fits;
        this.trainer = trainer;
    }

    /** The runs that were not yet, but could be, trained on all rows; not on the JavaFX thread. */
    private List<StoredRun> unfitted(List<StoredRun> runs) throws DataException {
        List<StoredRun> without = new ArrayList<>();
        for (StoredRun run : runs) {
            if (run.state().ended()
                    && run.fitOf().isEmpty()
                    && fits.finished(run).isEmpty()) {
                without.add(run);
            }
        }
        return without;
    }

    /** Looks up the runs of a submission. */
    @FunctionalInterface
    public interface Runs {
        /** The stored runs; not called on the JavaFX thread. */
        List<StoredRun> find() throws DataException;
    }

    /** Calls {@code write} if all runs were trained on all rows, or if the user wants the submission without that. */
    public void before(Runs runs, Runnable write) {
        frame.jobs().run(() -> unfitted(runs.find()), without -> ask(without, write));
    }

    private void ask(List<StoredRun> without, Runnable write) {
        if (without.isEmpty()) {
            write.run();
            return;
        }
        Texts texts = frame.texts();
        String ids = without.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(", "));
        String fit = texts.get("fit.ask.fit");
        String alone = texts.get("fit.ask.alone");
        Optional<String> answer =
                frame.dialogs().choose(texts.get("fit.ask"), texts.get("fit.ask.question", ids), List.of(fit, alone));
        if (answer.filter(fit::equals).isPresent()) {
            trainer.fit(without);
        } else if (answer.filter(alone::equals).isPresent()) {
            write.run();
        }
    }
}
