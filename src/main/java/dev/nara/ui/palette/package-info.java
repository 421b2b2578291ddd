/** The command palette: finds actions, settings, runs, children and pages of the guide by typed text, and runs the selected entry. */
@NullMarked
package dev.nara.ui.palette;

import org.jspecify.annotations.NullMarked;
