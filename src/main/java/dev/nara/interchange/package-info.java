/** Files for others: submissions, lists, curves. */
@NullMarked
package dev.nara.interchange;

import org.jspecify.annotations.NullMarked;
