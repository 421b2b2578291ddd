/** A run: its settings, its loop, its events, and where it is kept. */
@NullMarked
package dev.nara.run;

import org.jspecify.annotations.NullMarked;
