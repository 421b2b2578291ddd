/** The space of a study: ranges and choices, shown and edited. */
@NullMarked
package dev.nara.ui.tune.space;

import org.jspecify.annotations.NullMarked;
