/** The commands that search settings, for one algorithm or for all baselines. */
@NullMarked
package dev.nara.cli.tune;

import org.jspecify.annotations.NullMarked;
