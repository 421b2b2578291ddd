/** The command line: its entry point and its help. */
@NullMarked
package dev.nara.cli;

import org.jspecify.annotations.NullMarked;
