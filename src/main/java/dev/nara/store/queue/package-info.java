/** The queue of runs: which one trains next, and the places and GPUs shared by all processes of a workspace. */
@NullMarked
package dev.nara.store.queue;

import org.jspecify.annotations.NullMarked;
