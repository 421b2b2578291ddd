/** Opening data: the import assistant, the files of a source, and how they are read. */
@NullMarked
package dev.nara.ui.data.opening;

import org.jspecify.annotations.NullMarked;
