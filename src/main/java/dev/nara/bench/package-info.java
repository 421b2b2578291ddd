/** Measures engines side by side: training, ranking, and what the machine could do at most. */
@NullMarked
package dev.nara.bench;

import org.jspecify.annotations.NullMarked;
