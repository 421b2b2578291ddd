package dev.nara.search.study;

/**
 * A user's request.
 *
 * @param seq the event's number, by which it can be undone
 * @param seconds of the study's clock
 * @param at the moment, in UTC, ISO 8601
 * @param undone whether it is no longer in force
 */
public record StudyStep(long seq, double seconds, String at, StudyEvent.Steering event, boolean undone) {}
