package dev.nara.algorithm;

import dev.nara.text.Text;
import java.util.Optional;

/**
 * What an engine computes on.
 *
 * @param id as in {@code --device}: cpu, gpu0, gpu1, …
 * @param name for people
 * @param problem why it cannot be used; empty when it can
 */
public record Device(String id, Text name, Optional<Text> problem) {}
