package dev.nara.store.entry;

/**
 * A study as it is stored; its events are read on their own, and what they mean is told elsewhere.
 *
 * @param created when, in UTC as ISO 8601 has it
 * @param spec what it is asked to do, as JSON
 * @param process the program that runs it or did last, as it calls itself in the workspace; "" where none does
 * @param underWay whether a living program runs it
 * @param seconds of its clock, as they were stored last
 * @param trashed whether it was thrown away and can be taken back, with its runs
 */
public record StoredStudy(
        long id, String created, String spec, String process, boolean underWay, double seconds, boolean trashed) {

    /**
     * What happened in a study.
     *
     * @param seq from 1
     * @param seconds of the study's clock
     * @param at when, in UTC as ISO 8601 has it
     * @param event as JSON
     */
    public record Event(long seq, double seconds, String at, String event) {}
}
