package dev.nara.search.sampler;

/**
 * A person's word that good settings are near this value of a dimension; it fades as trials are had, and is given up where it misleads.
 *
 * @param name the dimension
 * @param value the value
 * @param atTrial how many trials there were when it was said
 */
public record Preference(String name, String value, int atTrial) {}
