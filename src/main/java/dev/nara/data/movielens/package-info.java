/** The three forms in which MovieLens is distributed. */
@NullMarked
package dev.nara.data.movielens;

import org.jspecify.annotations.NullMarked;
