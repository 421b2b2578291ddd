/**
 * Studies: searches of settings within a budget, steered while they run. What happens in one is a list of stored events; how it
 * stands follows from them alone.
 */
@NullMarked
package dev.nara.search.study;

import org.jspecify.annotations.NullMarked;
