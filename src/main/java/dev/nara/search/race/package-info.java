/** Decides which trials of a study stop early, and which of them continue: from figures alone. */
@NullMarked
package dev.nara.search.race;

import org.jspecify.annotations.NullMarked;
