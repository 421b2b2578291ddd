/** The window: its frame, its menus, its list of runs. */
@NullMarked
package dev.nara.ui.shell;

import org.jspecify.annotations.NullMarked;
