/** The start screen: what to open, and which run to continue, while no data are open. */
@NullMarked
package dev.nara.ui.start;

import org.jspecify.annotations.NullMarked;
