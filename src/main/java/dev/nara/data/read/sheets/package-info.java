/** Reads sheets of Excel workbooks. */
@NullMarked
package dev.nara.data.read.sheets;

import org.jspecify.annotations.NullMarked;
