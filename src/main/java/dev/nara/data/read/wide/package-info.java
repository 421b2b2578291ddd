/** Reads files with one line per user: matrices, and lists of items. */
@NullMarked
package dev.nara.data.read.wide;

import org.jspecify.annotations.NullMarked;
