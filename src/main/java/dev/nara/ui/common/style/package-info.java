/** What JavaFX does with style sheets, made quicker. */
@NullMarked
package dev.nara.ui.common.style;

import org.jspecify.annotations.NullMarked;
