/** Tuning of settings on a validation part, and forecasts of training time and memory. */
@NullMarked
package dev.nara.search;

import org.jspecify.annotations.NullMarked;
