/** The commands about stored runs and their workspace. */
@NullMarked
package dev.nara.cli.runs;

import org.jspecify.annotations.NullMarked;
