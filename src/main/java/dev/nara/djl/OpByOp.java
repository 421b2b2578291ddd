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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine used as in DJL's tutorials: operator by operator, with DJL's optimiser over whole tables. Only a reference
 * for benchmarks, not for training; PyTorch is available only if its native libraries are on the class path.
 */
public final class OpByOp implements NeuMfEngine {
    private static final Logger LOG = LoggerFactory.getLogger(OpByOp.class);
    private static final String MXNET = "MXNet";

    private final String id;
    private final String engineName;
    private final MxNet settings;
    private @Nullable Engine engine;
    private @Nullable Text problem;

    private OpByOp(String id, String engineName, MxNet settings) {
        this.id = id;
        this.engineName = engineName;
        this.settings = settings;
    }

    /** MXNet, one operator at a time. */
    public static OpByOp mxNet(MxNet settings) {
        return new OpByOp("mxnet-op-by-op", MXNET, settings);
    }

    /** PyTorch on all cores. */
    public static OpByOp pyTorch(MxNet settings) {
        return new OpByOp("pytorch", "PyTorch", settings);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Optional<Text> unavailable() {
        if (engine == null && problem == null) {
            load();
        }
        return Optional.ofNullable(problem);
    }

    /** Created after MXNet, because its settings, above all DJL's offline mode, apply to all of DJL's engines. */
    private void load() {
        Optional<Text> ofMxNet = settings.unavailable();
        if (engineName.equals(MXNET) && ofMxNet.isPresent()) {
            problem = ofMxNet.get();
            return;
        }
        try {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(cores));
            if (Engine.hasEngine(engineName)) {
                engine = Engine.getEngine(engineName);
            } else {
                problem = Text.of("engine.not.on.class.path", engineName);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} cannot be loaded", engineName, e);
            problem = Text.of("engine.not.on.class.path", engineName);
        }
    }

    private synchronized Engine engine() {
        if (unavailable().isPresent() || engine == null) {
            throw new IllegalStateException(engineName + " is not available");
        }
        return engine;
    }

    @Override
    public List<Device> devices() {
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(new Device("cpu", Text.of("device.cpu", cores), unavailable()));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings stepSettings) {
        return new OpByOpStep(new OpByOpModel(engine(), weights), weights, stepSettings);
    }

    /** Ranks the catalogue in batches of pairs on this engine. */
    public CatalogueRanker ranker(NeuMfWeights weights) {
        return new OpByOpRanker(new OpByOpModel(engine(), weights));
    }
}
