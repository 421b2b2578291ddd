/** Baseline recommenders in plain Java. */
@NullMarked
package dev.nara.baseline;

import org.jspecify.annotations.NullMarked;
