/** Databases in the window: querying them, previewing answers, and opening snapshots. */
@NullMarked
package dev.nara.ui.database;

import org.jspecify.annotations.NullMarked;
