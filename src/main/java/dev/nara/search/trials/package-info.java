/** A study's trials: training them, and reusing runs stored earlier. */
@NullMarked
package dev.nara.search.trials;

import org.jspecify.annotations.NullMarked;
