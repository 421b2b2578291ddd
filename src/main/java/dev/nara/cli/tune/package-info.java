/** The commands that search settings, of one algorithm and of all. */
@NullMarked
package dev.nara.cli.tune;

import org.jspecify.annotations.NullMarked;
