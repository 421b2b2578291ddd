/** Stores the results of queries, so that runs have data that does not change. */
@NullMarked
package dev.nara.data.read.snapshot;

import org.jspecify.annotations.NullMarked;
