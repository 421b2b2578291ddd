package dev.nara.data.read;

import dev.nara.data.ColumnRole;

/**
 * What the rows of a table seem to describe in a dataset.
 *
 * @param described items or users
 * @param matched how many of them have a row in the table
 * @param all the number of items or users
 */
public record SecondTable(ColumnRole described, int matched, int all) {}
