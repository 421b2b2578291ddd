/** Files that are parts of one table. */
@NullMarked
package dev.nara.data.read.parts;

import org.jspecify.annotations.NullMarked;
