/** NeuMF on MXNet and PyTorch through DJL; the only package that uses DJL. */
@NullMarked
package dev.nara.djl;

import org.jspecify.annotations.NullMarked;
