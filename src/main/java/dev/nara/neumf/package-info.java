/** NeuMF, GMF and MLP: dimensions, weights, the training step around an engine, scoring in plain Java. */
@NullMarked
package dev.nara.neumf;

import org.jspecify.annotations.NullMarked;
