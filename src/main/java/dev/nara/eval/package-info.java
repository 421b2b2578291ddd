/** Metrics with one value per user, and the protocols under which they are computed. */
@NullMarked
package dev.nara.eval;

import org.jspecify.annotations.NullMarked;
