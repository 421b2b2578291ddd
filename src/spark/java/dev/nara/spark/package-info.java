/** The program's core on Apache Spark: for jobs that are too large for one machine. The only package that imports Spark. */
@NullMarked
package dev.nara.spark;

import org.jspecify.annotations.NullMarked;
