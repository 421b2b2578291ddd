/** Exports runs to files, and imports them. */
@NullMarked
package dev.nara.store.archive;

import org.jspecify.annotations.NullMarked;
