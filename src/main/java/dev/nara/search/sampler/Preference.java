package dev.nara.search.sampler;

/**
 * A user's hint that good settings are near a value of a dimension; its influence fades with further trials, and it is given up if it is
 * misleading.
 *
 * @param name the dimension
 * @param value the value
 * @param atTrial the number of trials when it was given
 */
public record Preference(String name, String value, int atTrial) {}
