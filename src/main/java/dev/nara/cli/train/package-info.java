/** The commands that train, and their output on the terminal. */
@NullMarked
package dev.nara.cli.train;

import org.jspecify.annotations.NullMarked;
