/** Datasets: reading them, describing them. Tablesaw and the CSV parser are used here and nowhere else. */
@NullMarked
package dev.nara.data;

import org.jspecify.annotations.NullMarked;
