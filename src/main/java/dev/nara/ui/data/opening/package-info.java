/** Opening data: the import assistant, and what lies where. */
@NullMarked
package dev.nara.ui.data.opening;

import org.jspecify.annotations.NullMarked;
