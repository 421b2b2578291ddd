/** The commands about data, and the options for reading it. */
@NullMarked
package dev.nara.cli.data;

import org.jspecify.annotations.NullMarked;
