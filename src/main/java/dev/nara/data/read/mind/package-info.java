/** Reads the dataset of Microsoft News (MIND). */
@NullMarked
package dev.nara.data.read.mind;

import org.jspecify.annotations.NullMarked;
