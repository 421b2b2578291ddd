/** The gradients of NeuMF on MXNet; the only package that uses DJL. */
@NullMarked
package dev.nara.djl;

import org.jspecify.annotations.NullMarked;
