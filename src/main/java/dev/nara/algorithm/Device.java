package dev.nara.algorithm;

import dev.nara.text.Text;
import java.util.Optional;

/**
 * A device that an engine can compute on.
 *
 * @param id as in {@code --device}: cpu, gpu0, gpu1, …
 * @param name for users
 * @param problem why it cannot be used; empty if it can
 */
public record Device(String id, Text name, Optional<Text> problem) {}
