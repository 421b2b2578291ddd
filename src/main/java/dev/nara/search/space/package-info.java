/** The search space: dimensions, values and positions, as text and as JSON. */
@NullMarked
package dev.nara.search.space;

import org.jspecify.annotations.NullMarked;
