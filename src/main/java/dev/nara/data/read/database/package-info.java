/** Queries on databases, and their results. */
@NullMarked
package dev.nara.data.read.database;

import org.jspecify.annotations.NullMarked;
