/** Which trials of a study are left before their end, and which of them go on: on figures alone. */
@NullMarked
package dev.nara.search.race;

import org.jspecify.annotations.NullMarked;
