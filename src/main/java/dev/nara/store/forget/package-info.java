/** Erasing one user from what a workspace holds. */
@NullMarked
package dev.nara.store.forget;

import org.jspecify.annotations.NullMarked;
