package dev.nara.algorithm;

/**
 * A GPU of this machine.
 *
 * @param id as in {@code --device}; other processes may see other GPUs and number them differently
 * @param name the same in every process, of letters, digits and hyphens; the id if no other name is known
 */
public record NamedGpu(String id, String name) {}
