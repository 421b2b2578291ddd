package dev.nara.search.study;

/**
 * An event as it is stored.
 *
 * @param seq from 1
 * @param seconds of the study's clock
 * @param at when, in UTC as ISO 8601 has it
 */
public record Recorded(long seq, double seconds, String at, StudyEvent event) {}
