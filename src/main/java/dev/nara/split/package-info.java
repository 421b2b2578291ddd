/** Splitters: pure functions from interactions, options and a seed to a training part and held-out items. */
@NullMarked
package dev.nara.split;

import org.jspecify.annotations.NullMarked;
