package dev.nara.store.entry;

import java.nio.file.Path;

/**
 * A run's folder without a row in the database.
 *
 * @param number of the folder
 * @param adoptable whether the run can be rebuilt from it
 */
public record OrphanFolder(long number, Path folder, boolean adoptable) {}
