/** The pages of a study: course, curves, map, parallel coordinates, importance, path. */
@NullMarked
package dev.nara.ui.tune.chart;

import org.jspecify.annotations.NullMarked;
