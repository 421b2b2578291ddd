/** The cards of the Data workspace: what was read, what was repaired, and the split. */
@NullMarked
package dev.nara.ui.data.cards;

import org.jspecify.annotations.NullMarked;
