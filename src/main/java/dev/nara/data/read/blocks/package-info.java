/** Text in blocks of a name and a value a line. */
@NullMarked
package dev.nara.data.read.blocks;

import org.jspecify.annotations.NullMarked;
