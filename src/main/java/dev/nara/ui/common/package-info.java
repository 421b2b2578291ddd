/** What every screen uses: texts, jobs, the pump that carries streams to the window, forms, dialogs. */
@NullMarked
package dev.nara.ui.common;

import org.jspecify.annotations.NullMarked;
