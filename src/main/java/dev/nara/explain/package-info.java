/** One user: the list, the reasons behind it, and what another history would change. */
@NullMarked
package dev.nara.explain;

import org.jspecify.annotations.NullMarked;
