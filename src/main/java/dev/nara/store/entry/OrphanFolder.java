package dev.nara.store.entry;

import java.nio.file.Path;

/**
 * A run's folder without a row in the database.
 *
 * @param number the folder's
 * @param adoptable whether it says enough of its run for the run to be rebuilt from it
 */
public record OrphanFolder(long number, Path folder, boolean adoptable) {}
