/** Values that describe stored runs and studies. */
@NullMarked
package dev.nara.store.entry;

import org.jspecify.annotations.NullMarked;
