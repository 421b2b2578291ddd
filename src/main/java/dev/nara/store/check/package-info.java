/** Checks a workspace and repairs what can be repaired. */
@NullMarked
package dev.nara.store.check;

import org.jspecify.annotations.NullMarked;
