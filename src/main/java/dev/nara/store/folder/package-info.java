/** The files of a run's folder: weights, checkpoints, logs, and the sums that tell changed ones. */
@NullMarked
package dev.nara.store.folder;

import org.jspecify.annotations.NullMarked;
