package dev.nara.algorithm;

/**
 * A GPU of this machine.
 *
 * @param id as in {@code --device}; another program may be shown other GPUs, and count them otherwise
 * @param name the same in every program, letters, digits and hyphens; the id where no other is known
 */
public record NamedGpu(String id, String name) {}
