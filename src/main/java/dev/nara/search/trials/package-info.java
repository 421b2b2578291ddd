/** A study's trials: training them, and what is known of settings that were trained before. */
@NullMarked
package dev.nara.search.trials;

import org.jspecify.annotations.NullMarked;
