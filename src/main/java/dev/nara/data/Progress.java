package dev.nara.data;

/** Receives the progress of long work, and can stop it: an implementation may throw CancellationException. */
@FunctionalInterface
public interface Progress {
    /** Reports nothing. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} units are finished; the unit is the worker's (bytes, rows). */
    void at(long done, long total);
}
