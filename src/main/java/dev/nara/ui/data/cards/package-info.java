/** The cards of the Data workspace: what was read, what is to be mended, how it is split. */
@NullMarked
package dev.nara.ui.data.cards;

import org.jspecify.annotations.NullMarked;
