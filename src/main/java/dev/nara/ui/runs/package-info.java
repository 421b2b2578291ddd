/** The list of runs next to every workspace, and the actions on a run. */
@NullMarked
package dev.nara.ui.runs;

import org.jspecify.annotations.NullMarked;
