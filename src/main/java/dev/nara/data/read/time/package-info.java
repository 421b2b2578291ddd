/** Detects the form of the times of a log, and reads them in full precision. */
@NullMarked
package dev.nara.data.read.time;

import org.jspecify.annotations.NullMarked;
