/** Explanations for one user: the list, the reasons behind it, and the list under an edited history. */
@NullMarked
package dev.nara.explain;

import org.jspecify.annotations.NullMarked;
