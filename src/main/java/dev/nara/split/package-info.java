/** Pure functions from interactions, options and a seed to a training part and a truth. */
@NullMarked
package dev.nara.split;

import org.jspecify.annotations.NullMarked;
