package dev.nara.data.read;

import dev.nara.data.ColumnRole;

/**
 * What a table seems to describe of a dataset.
 *
 * @param described its items or its users, a row each
 * @param matched how many of them have a row in the table
 * @param all how many there are
 */
public record SecondTable(ColumnRole described, int matched, int all) {}
