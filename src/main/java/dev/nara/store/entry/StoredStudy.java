package dev.nara.store.entry;

/**
 * A stored study, without its events, which are read separately; the search package interprets spec and events.
 *
 * @param created when, in UTC, in ISO 8601 format
 * @param spec its settings, as JSON
 * @param process the name in the workspace of the process that runs it or ran it last; "" if none
 * @param underWay whether a living process runs it
 * @param seconds on its clock, as last stored
 * @param trashed whether it was deleted with its runs and can be restored
 */
public record StoredStudy(
        long id, String created, String spec, String process, boolean underWay, double seconds, boolean trashed) {

    /**
     * An event of a study.
     *
     * @param seq from 1
     * @param seconds on the study's clock
     * @param at when, in UTC, in ISO 8601 format
     * @param event as JSON
     */
    public record Event(long seq, double seconds, String at, String event) {}
}
