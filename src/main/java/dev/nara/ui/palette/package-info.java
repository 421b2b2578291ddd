/** The command palette: finds actions, settings, runs, children and pages of the guide by what is typed, and does what is chosen. */
@NullMarked
package dev.nara.ui.palette;

import org.jspecify.annotations.NullMarked;
