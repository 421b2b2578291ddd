/** What comes of a study: what is chosen, whether it is better than the preset, and what mattered; on figures alone. */
@NullMarked
package dev.nara.search.outcome;

import org.jspecify.annotations.NullMarked;
