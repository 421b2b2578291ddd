/** Localised texts; every other package may depend on this one. */
@NullMarked
package dev.nara.text;

import org.jspecify.annotations.NullMarked;
