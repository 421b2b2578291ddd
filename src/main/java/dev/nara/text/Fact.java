package dev.nara.text;

/**
 * A line of what is known: the key of its label, and its value.
 *
 * @param key of the label's text
 * @param value as it is shown
 */
public record Fact(String key, String value) {}
