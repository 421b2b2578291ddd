/** Reads the dataset of the Netflix Prize. */
@NullMarked
package dev.nara.data.read.netflix;

import org.jspecify.annotations.NullMarked;
