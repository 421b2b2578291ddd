/** Findings in a dataset, their repairs, and the preparation of rows into positives. */
@NullMarked
package dev.nara.data.prepare;

import org.jspecify.annotations.NullMarked;
