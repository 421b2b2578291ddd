/** Findings in a dataset, their repairs, and the preparation of its rows. */
@NullMarked
package dev.nara.data.prepare;

import org.jspecify.annotations.NullMarked;
