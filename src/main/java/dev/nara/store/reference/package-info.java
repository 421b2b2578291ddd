/** Cheap and strong algorithms that every run is seen against. */
@NullMarked
package dev.nara.store.reference;

import org.jspecify.annotations.NullMarked;
