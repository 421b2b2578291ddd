package dev.nara.djl;

import ai.djl.engine.Engine;
import dev.nara.algorithm.Device;
import dev.nara.neumf.CatalogueRanker;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Step;
import dev.nara.neumf.StepSettings;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engine used the way DJL's tutorials use it: operator by operator, with DJL's optimiser over whole tables. Not for
 * training here but for measuring against; PyTorch is there only when its natives are on the class path.
 */
public final class OpByOp implements NeuMfEngine {
    private final String id;
    private final String engineName;
    private final MxNet settings;
    private @Nullable Engine engine;

    private OpByOp(String id, String engineName, MxNet settings) {
        this.id = id;
        this.engineName = engineName;
        this.settings = settings;
    }

    /** MXNet, one operator at a time. */
    public static OpByOp mxNet(MxNet settings) {
        return new OpByOp("mxnet-op-by-op", "MXNet", settings);
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
    public Optional<Text> unavailable() {
        return engine().isPresent() ? Optional.empty() : Optional.of(Text.of("engine.not.on.class.path", engineName));
    }

    private synchronized Optional<Engine> engine() {
        if (engine == null) {
            settings.unavailable(); // MXNet's own settings, and that DJL must stay offline, count for all its engines
            System.setProperty(
                    "ai.djl.pytorch.num_threads",
                    String.valueOf(Runtime.getRuntime().availableProcessors()));
            if (Engine.hasEngine(engineName)) {
                engine = Engine.getEngine(engineName);
            }
        }
        return Optional.ofNullable(engine);
    }

    @Override
    public List<Device> devices() {
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(new Device("cpu", Text.of("device.cpu", cores), unavailable()));
    }

    @Override
    public Step open(NeuMfWeights weights, StepSettings stepSettings) {
        return new OpByOpStep(new OpByOpModel(engine().orElseThrow(), weights), weights, stepSettings);
    }

    /** Ranks the catalogue in batches of pairs on this engine. */
    public CatalogueRanker ranker(NeuMfWeights weights) {
        return new OpByOpRanker(new OpByOpModel(engine().orElseThrow(), weights));
    }
}
