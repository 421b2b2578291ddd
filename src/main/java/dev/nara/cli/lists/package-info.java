/** The commands that make, check and show lists of recommendations. */
@NullMarked
package dev.nara.cli.lists;

import org.jspecify.annotations.NullMarked;
