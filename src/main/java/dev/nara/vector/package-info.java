/** NeuMF's training and scoring kernels on the CPU in Java's Vector API; the only package that uses it. */
@NullMarked
package dev.nara.vector;

import org.jspecify.annotations.NullMarked;
