package dev.nara.store.entry;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Optional;

/**
 * A stored run, without its events, which are read separately.
 *
 * @param created when, in UTC, in ISO 8601 format
 * @param process the name in the workspace of the process that works or worked on it; "" if none
 * @param label given by the user
 * @param series the name shared by runs that differ only in their seeds; "" for a single run
 * @param place in the queue, smallest first
 * @param best the best epoch so far, with figures of the deciding part
 * @param last the epoch evaluated last, likewise
 * @param tested the best epoch's figures on the test part, once the run has ended; if the test part decides, at most those of users without
 *     training rows
 * @param trashed whether it was deleted and can be restored
 * @param fitOf for a fit on all rows, the run on which it is based; empty for all others
 * @param study for a run of a study, that study; empty for all others
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
    /** The name, notes, tags and star that users give a run. */
    public record Label(String name, String notes, String tags, boolean star) {
        /** An empty label. */
        public static final Label NONE = new Label("", "", "", false);
    }

    /** A new name for a series of that many runs; "" for a single run. */
    public static String newSeries(int runs) {
        return runs > 1 ? "series-" + System.currentTimeMillis() : "";
    }

    /**
     * A figure of the run as text, marked with ~ if it was computed with sampled negatives, so that it is not mistaken for one of a full
     * ranking.
     */
    public String words(double figure) {
        return marked(Numbers.figure(figure));
    }

    /** The same for a figure that is already text. */
    public String marked(String figure) {
        return (spec.amongSamples() ? "~ " : "") + figure;
    }

    /** Whether it is a fit of this run, rather than of a run with the same number in another workspace. */
    public boolean isFitOf(StoredRun other) {
        return fitOf.filter(of -> of.run() == other.id && of.created().equals(other.created))
                .isPresent();
    }

    /**
     * Throws if the run cannot be evaluated.
     *
     * @throws DataException if it is a fit, which was trained on the test rows, too
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

    /** The name, or the number if it has none. */
    public String title() {
        return label.name().isBlank() ? Long.toString(id) : id + " " + label.name();
    }
}
