/** Datasets: reading them, describing them. Tablesaw is used here and nowhere else, the CSV parser in {@code file}. */
@NullMarked
package dev.nara.data;

import org.jspecify.annotations.NullMarked;
