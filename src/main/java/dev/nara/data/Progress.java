package dev.nara.data;

/** How far a long piece of work is; the place to stop it, too: an implementation may throw CancellationException. */
@FunctionalInterface
public interface Progress {
    /** Reports nothing. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} units are finished; the unit is the worker's (bytes, rows). */
    void at(long done, long total);
}
