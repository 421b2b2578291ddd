/** Files for others: submissions, lists, curves. */
@NullMarked
package dev.nara.export;

import org.jspecify.annotations.NullMarked;
