/** The commands about data, and the options that say what to read. */
@NullMarked
package dev.nara.cli.data;

import org.jspecify.annotations.NullMarked;
