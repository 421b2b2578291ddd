/** Metrics as one figure a user, and the protocols they are computed under. */
@NullMarked
package dev.nara.eval;

import org.jspecify.annotations.NullMarked;
