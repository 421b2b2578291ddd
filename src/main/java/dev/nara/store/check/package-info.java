/** Checks a whole workspace and mends what can be mended. */
@NullMarked
package dev.nara.store.check;

import org.jspecify.annotations.NullMarked;
