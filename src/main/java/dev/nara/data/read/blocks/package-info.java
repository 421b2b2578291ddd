/** Text in blocks with one name and value per line. */
@NullMarked
package dev.nara.data.read.blocks;

import org.jspecify.annotations.NullMarked;
