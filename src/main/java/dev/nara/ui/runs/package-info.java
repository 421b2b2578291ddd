/** The list of runs beside every workspace, and what can be done with a run. */
@NullMarked
package dev.nara.ui.runs;

import org.jspecify.annotations.NullMarked;
