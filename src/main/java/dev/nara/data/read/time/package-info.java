/** Finds out how the times of a log are written, and reads them to the last digit. */
@NullMarked
package dev.nara.data.read.time;

import org.jspecify.annotations.NullMarked;
