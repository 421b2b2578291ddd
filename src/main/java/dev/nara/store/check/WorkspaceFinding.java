package dev.nara.store.check;

import dev.nara.text.Text;

/**
 * Something in a workspace that is damaged, inconsistent or orphaned.
 *
 * @param run the run or study that it is about; 0 for the workspace as a whole
 * @param what the file, folder or table, as a path within the workspace
 * @param remedy what can be done; if it was repaired, what was done
 * @param repaired whether it was repaired
 */
public record WorkspaceFinding(Kind kind, long run, String what, Text problem, Text remedy, boolean repaired) {
    /** Whether a repair that was not asked for could mend it. */
    public boolean repairable() {
        return remedy.equals(Text.of("check.repair"));
    }

    /** What the finding is about. */
    public enum Kind {
        /** The database as a whole. */
        DATABASE,
        /** The row or an event of a run. */
        RUN,
        /** A study or one of its events. */
        STUDY,
        /** Figures of a reference. */
        REFERENCE,
        /** A file of a run or of the workspace. */
        FILE,
        /** A file that a run should have. */
        MISSING,
        /** A folder that belongs to no run. */
        ORPHAN,
        /** A file or folder that others may read. */
        PERMISSION
    }
}
