/** Files for other programs: exported runs, lists, curves. */
@NullMarked
package dev.nara.interchange;

import org.jspecify.annotations.NullMarked;
