/** The queue: which stored run trains next, over all processes that share a workspace. */
@NullMarked
package dev.nara.store.queue;

import org.jspecify.annotations.NullMarked;
