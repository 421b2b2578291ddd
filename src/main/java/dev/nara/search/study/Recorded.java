package dev.nara.search.study;

/**
 * A stored event.
 *
 * @param seq its number, from 1
 * @param seconds of the study's clock
 * @param at the moment, in UTC, ISO 8601
 */
public record Recorded(long seq, double seconds, String at, StudyEvent event) {}
