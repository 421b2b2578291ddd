/** The three forms in which MovieLens is distributed. */
@NullMarked
package dev.nara.data.read.movielens;

import org.jspecify.annotations.NullMarked;
