/** The charts of the Data workspace. */
@NullMarked
package dev.nara.ui.data.figures;

import org.jspecify.annotations.NullMarked;
