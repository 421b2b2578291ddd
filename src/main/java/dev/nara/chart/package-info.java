/** Charts as JFreeChart objects, without a window. */
@NullMarked
package dev.nara.chart;

import org.jspecify.annotations.NullMarked;
