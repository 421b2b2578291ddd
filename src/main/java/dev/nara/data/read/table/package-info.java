/** Rows of named columns, whatever file or database they come from. */
@NullMarked
package dev.nara.data.read.table;

import org.jspecify.annotations.NullMarked;
