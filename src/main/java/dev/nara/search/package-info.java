/** Choosing settings on a validation part, and what a training will take. */
@NullMarked
package dev.nara.search;

import org.jspecify.annotations.NullMarked;
