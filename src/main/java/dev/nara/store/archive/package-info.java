/** Runs as files to hand on, and back. */
@NullMarked
package dev.nara.store.archive;

import org.jspecify.annotations.NullMarked;
