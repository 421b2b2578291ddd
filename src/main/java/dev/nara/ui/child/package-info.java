/** The Child workspace: one child, its history and its recommendations. */
@NullMarked
package dev.nara.ui.child;

import org.jspecify.annotations.NullMarked;
