/** Databases in the window: who is asked what, a look at the answer, and the snapshot of it that is opened. */
@NullMarked
package dev.nara.ui.database;

import org.jspecify.annotations.NullMarked;
