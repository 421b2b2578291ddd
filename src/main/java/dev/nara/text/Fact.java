package dev.nara.text;

/**
 * A labelled value: the key of its label, and the value.
 *
 * @param key of the label's text
 * @param value as displayed
 */
public record Fact(String key, String value) {}
