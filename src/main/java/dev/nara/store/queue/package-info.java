/** Which stored run trains next, in all programs that share a workspace. */
@NullMarked
package dev.nara.store.queue;

import org.jspecify.annotations.NullMarked;
