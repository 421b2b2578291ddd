/** Files of a line a user: matrices, and lists of items. */
@NullMarked
package dev.nara.data.read.wide;

import org.jspecify.annotations.NullMarked;
