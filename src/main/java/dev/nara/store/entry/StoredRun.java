package dev.nara.store.entry;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Optional;

/**
 * A run as it is stored; its events are read on their own.
 *
 * @param created when, in UTC, as ISO 8601 has it
 * @param process the program that works or worked on it, as it calls itself in the workspace; "" where none does
 * @param label what people wrote on it
 * @param series names the runs that repeat one another from other seeds; "" for a run of its own
 * @param place in the queue, smallest first
 * @param best the best epoch so far, with figures of the part that decides
 * @param last the epoch evaluated last, likewise
 * @param tested the best epoch's figures on the test part, once it ended; where the test part decides, at most those of users
 *     without rows to train on
 * @param trashed whether it was thrown away and can be taken back
 * @param fitOf the run that it is a fit of, on all rows and without figures; empty for all others
 * @param study the study that it is a run of; empty for all others
 */
public record StoredRun(
        long id,
        String created,
        RunSpec spec,
        RunState state,
        String process,
        Label label,
        String series,
        double place,
        Environment environment,
        Optional<RunEvent.EpochDone> best,
        Optional<RunEvent.EpochDone> last,
        Optional<RunEvent.Tested> tested,
        boolean trashed,
        Optional<FitOf> fitOf,
        Optional<StudyRun> study) {
    /** What people write on a run. */
    public record Label(String name, String notes, String tags, boolean star) {
        /** That of a run on which nobody wrote anything. */
        public static final Label NONE = new Label("", "", "", false);
    }

    /** A name for a series of that many runs; "" for one alone. */
    public static String newSeries(int runs) {
        return runs > 1 ? "series-" + System.currentTimeMillis() : "";
    }

    /** A figure of its metrics, after a ~ where it is among samples, so that it never stands beside a full one unsaid. */
    public String words(double figure) {
        return (spec.amongSamples() ? "~ " : "") + Numbers.figure(figure);
    }

    /** Whether it is a fit of a run, and not of one of the same number in another workspace. */
    public boolean isFitOf(StoredRun other) {
        return fitOf.filter(of -> of.run() == other.id && of.created().equals(other.created))
                .isPresent();
    }

    /**
     * Makes sure that it can be evaluated.
     *
     * @throws DataException if it is a fit, which has seen whatever is to be found
     */
    public void checkNoFit() throws DataException {
        if (fitOf.isPresent()) {
            throw new DataException(
                    Text.of("fit.seen", id),
                    Text.of("fit.seen.remedy", fitOf.get().run()));
        }
    }

    /** When it was stored, in UTC, to the minute. */
    public String when() {
        return created.substring(0, 16).replace('T', ' ');
    }

    /** The name, or the number where it has none. */
    public String title() {
        return label.name().isBlank() ? Long.toString(id) : id + " " + label.name();
    }
}
