/** The chart of the Train workspace and its controls. */
@NullMarked
package dev.nara.ui.train.chart;

import org.jspecify.annotations.NullMarked;
