/** Lists composed of blocks: rules, runs, blends of runs; filtered, scored, kept as recipes. */
@NullMarked
package dev.nara.compose;

import org.jspecify.annotations.NullMarked;
