/** Reads files into a dataset: one reader per format, each in its own package. */
@NullMarked
package dev.nara.data.read;

import org.jspecify.annotations.NullMarked;
