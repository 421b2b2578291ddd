/** Fast and strong algorithms with which every run is compared. */
@NullMarked
package dev.nara.store.reference;

import org.jspecify.annotations.NullMarked;
