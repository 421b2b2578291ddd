package dev.nara.ui.common;

import dev.nara.competition.Fits;
import dev.nara.data.DataException;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks, before a submission is written, whether runs that are not fitted on all rows yet are to be fitted first. */
public final class FitQuestion {
    private final Frame frame;
    private final Fits fits;
    private final Trainer trainer;

    /** For the runs of a window's workspace. */
    public FitQuestion(Frame frame, Fits fits, Trainer trainer) {
        this.frame = frame;
        this.fits = fits;
        this.trainer = trainer;
    }

    /** Those of these runs that have no finished fit and could have one; not for the JavaFX thread. */
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
        /** The runs as they are stored; not called on the JavaFX thread. */
        List<StoredRun> find() throws DataException;
    }

    /** Calls {@code write} at once where all are fitted, else if people want the submission of the runs themselves. */
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
