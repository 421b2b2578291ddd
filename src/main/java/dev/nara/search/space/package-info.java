/** What a search varies: dimensions, their values and places, as text and as JSON. */
@NullMarked
package dev.nara.search.space;

import org.jspecify.annotations.NullMarked;
