/** The chart of the Train workspace and what stands around it. */
@NullMarked
package dev.nara.ui.train.chart;

import org.jspecify.annotations.NullMarked;
