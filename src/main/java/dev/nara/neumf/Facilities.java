package dev.nara.neumf;

import dev.nara.algorithm.GpuShare;
import org.jspecify.annotations.Nullable;

/**
 * What a NeuMF is trained and scored with beside its engine.
 *
 * @param arithmetic scores on the processor
 * @param partTrainer trains the parts of a model; null for here
 * @param gpus says when models that are trained may be scored on a GPU, and engines measured
 */
record Facilities(Kernels arithmetic, @Nullable PartTrainer partTrainer, GpuShare gpus) {}
