/** The result of a study: the choice, whether it beats the preset, and which parameters mattered; computed from figures alone. */
@NullMarked
package dev.nara.search.outcome;

import org.jspecify.annotations.NullMarked;
