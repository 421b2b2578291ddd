/** What is stored of runs and studies, as values. */
@NullMarked
package dev.nara.store.entry;

import org.jspecify.annotations.NullMarked;
