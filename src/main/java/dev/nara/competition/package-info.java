/** Lists composed of blocks (rules, runs, blends of runs), filtered, scored and stored as recipes; submissions and their ledger. */
@NullMarked
package dev.nara.competition;

import org.jspecify.annotations.NullMarked;
