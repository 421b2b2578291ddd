/** Which setting is tried next: pure functions of a space, what was found in it, and a seed. */
@NullMarked
package dev.nara.search.sampler;

import org.jspecify.annotations.NullMarked;
