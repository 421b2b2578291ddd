/** The commands that train, and what a training says in the terminal. */
@NullMarked
package dev.nara.cli.train;

import org.jspecify.annotations.NullMarked;
