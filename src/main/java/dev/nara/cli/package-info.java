/** The command line. */
@NullMarked
package dev.nara.cli;

import org.jspecify.annotations.NullMarked;
