/** The Compare workspace: stored runs side by side, and whether their differences are real. */
@NullMarked
package dev.nara.ui.compare;

import org.jspecify.annotations.NullMarked;
