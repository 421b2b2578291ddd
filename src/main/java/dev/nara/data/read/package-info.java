/** Files to a dataset: one reader a format, each in a package of its own. */
@NullMarked
package dev.nara.data.read;

import org.jspecify.annotations.NullMarked;
