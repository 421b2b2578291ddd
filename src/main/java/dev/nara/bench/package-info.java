/** Benchmarks of the engines: training, ranking, and the peak speed of the machine. */
@NullMarked
package dev.nara.bench;

import org.jspecify.annotations.NullMarked;
