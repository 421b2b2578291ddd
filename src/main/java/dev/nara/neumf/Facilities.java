package dev.nara.neumf;

import dev.nara.algorithm.GpuShare;
import org.jspecify.annotations.Nullable;

/**
 * Resources for training and scoring a NeuMF, apart from its engine.
 *
 * @param arithmetic for scoring on the processor
 * @param partTrainer trains the parts of a model; null to train locally
 * @param gpus arranges when trained models may be scored on a GPU, and engines measured
 */
record Facilities(Kernels arithmetic, @Nullable PartTrainer partTrainer, GpuShare gpus) {}
