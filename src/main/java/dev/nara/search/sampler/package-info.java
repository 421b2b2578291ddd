/** Proposes the next settings to try: pure functions of a space, the observed figures, and a seed. */
@NullMarked
package dev.nara.search.sampler;

import org.jspecify.annotations.NullMarked;
