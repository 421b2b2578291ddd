/** Searches for settings, one package per subject; here, the estimated time and memory of a training. */
@NullMarked
package dev.nara.search;

import org.jspecify.annotations.NullMarked;
