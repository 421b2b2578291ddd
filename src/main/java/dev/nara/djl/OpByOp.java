package dev.nara.djl;

import ai.djl.engine.Engine;
import dev.nara.algorithm.Device;
import dev.nara.neumf.CatalogueRanker;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An engine used as in DJL's tutorials: operator by operator, with DJL's optimiser over whole tables. Only a reference
 * for benchmarks, not for training.
 */
public final class OpByOp implements NeuMfEngine {
    private final String id;
    private final NeuMfEngine loaded;
    private final Supplier<Engine> engine;

    private OpByOp(String id, NeuMfEngine loaded, Supplier<Engine> engine) {
        this.id = id;
        this.loaded = loaded;
        this.engine = engine;
    }

    /** MXNet, one operator at a time. */
    public static OpByOp mxNet(MxNet mxNet) {
        return new OpByOp("mxnet-op-by-op", mxNet, mxNet::engine);
    }

    /** PyTorch, one operator at a time on all cores. */
    public static OpByOp pyTorch(Torch torch) {
        return new OpByOp("pytorch-op-by-op", torch, torch::engine);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Text> unavailable() {
        return loaded.unavailable();
    }

    @Override
    public List<Device> devices() {
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(new Device("cpu", Text.of("device.cpu", cores), unavailable()));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings stepSettings) {
        return new OpByOpStep(new OpByOpModel(engine.get(), weights), weights, stepSettings);
    }

    /** Ranks the catalogue in batches of pairs on this engine. */
    public CatalogueRanker ranker(NeuMfWeights weights) {
        return new OpByOpRanker(new OpByOpModel(engine.get(), weights));
    }
}
