/** What an algorithm promises, without any engine. */
@NullMarked
package dev.nara.algorithm;

import org.jspecify.annotations.NullMarked;
