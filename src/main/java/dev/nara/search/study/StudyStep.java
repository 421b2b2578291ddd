package dev.nara.search.study;

/**
 * What somebody asked of a study.
 *
 * @param seq the event's number, up to which it can be undone
 * @param seconds of the study's clock
 * @param at when, in UTC as ISO 8601 has it
 * @param undone whether it counts no longer
 */
public record StudyStep(long seq, double seconds, String at, StudyEvent.Steering event, boolean undone) {}
