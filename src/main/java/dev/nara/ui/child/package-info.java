/** The Child workspace: one child, its history and its list. */
@NullMarked
package dev.nara.ui.child;

import org.jspecify.annotations.NullMarked;
