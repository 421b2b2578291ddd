/** Datasets and their description. Only this package uses Tablesaw, and only {@code read.file} the CSV parser. */
@NullMarked
package dev.nara.data;

import org.jspecify.annotations.NullMarked;
