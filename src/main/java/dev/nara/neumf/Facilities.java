package dev.nara.neumf;

import dev.nara.algorithm.GpuShare;
import org.jspecify.annotations.Nullable;

/**
 * What trains and scores beside an engine.
 *
 * @param arithmetic scores on the processor
 * @param partTrainer trains the parts of a model; null for here
 * @param gpus says when models that are trained may be scored on a GPU, and engines measured
 */
record Means(Kernels arithmetic, @Nullable PartTrainer partTrainer, GpuShare gpus) {}
