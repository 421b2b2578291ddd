/** The interfaces of an algorithm, its parameters and presets, independent of any engine. */
@NullMarked
package dev.nara.algorithm;

import org.jspecify.annotations.NullMarked;
