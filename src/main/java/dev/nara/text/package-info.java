/** Texts in every language the program speaks; below every other package. */
@NullMarked
package dev.nara.text;

import org.jspecify.annotations.NullMarked;
