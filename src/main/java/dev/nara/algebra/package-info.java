/**
 * Dense linear algebra on arrays: products, implemented with vector registers in {@code vector}, and algorithms based on them. Independent
 * of recommenders.
 */
@NullMarked
package dev.nara.algebra;

import org.jspecify.annotations.NullMarked;
