/** Dense linear algebra on arrays: products, which {@code vector} has on registers, and what stands on them. Knows nothing of recommenders. */
@NullMarked
package dev.nara.algebra;

import org.jspecify.annotations.NullMarked;
