/** Recommenders in plain Java to hold a model against. */
@NullMarked
package dev.nara.baseline;

import org.jspecify.annotations.NullMarked;
