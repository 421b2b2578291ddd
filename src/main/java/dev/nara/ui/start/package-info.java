/** The start screen: what to open, and what to go on with, while no data is open. */
@NullMarked
package dev.nara.ui.start;

import org.jspecify.annotations.NullMarked;
