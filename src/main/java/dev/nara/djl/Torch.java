package dev.nara.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nara.algorithm.Device;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PyTorch through DJL: all parameters live on the device. Its library is not bundled. */
public final class Torch implements NeuMfEngine {
    private static final Logger LOG = LoggerFactory.getLogger(Torch.class);
    private static final String NATIVES = "native/lib/pytorch.properties";

    private final Path cache;
    private @Nullable Engine engine;
    private @Nullable Text problem;

    /** Unpacks what joins it to PyTorch below {@code cache}. */
    public Torch(Path cache) {
        this.cache = cache;
    }

    @Override
    public String id() {
        return "torch";
    }

    @Override
    public synchronized Optional<Text> unavailable() {
        if (engine == null && problem == null) {
            load();
        }
        return Optional.ofNullable(problem);
    }

    private void load() {
        if (Torch.class.getClassLoader().getResource(NATIVES) == null) {
            problem = Text.of("engine.torch.none");
            return;
        }
        OfflineDjl.prepare(cache);
        // Its threads spin while they wait for each other: under other load a small step took fifty times as long.
        NativeEnvironment.set("OMP_WAIT_POLICY", "PASSIVE");
        try {
            engine = Quietly.get(Torch::started);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("PyTorch cannot be loaded", e);
            problem = Text.of("engine.torch.broken", OfflineDjl.rootCause(e));
        }
    }

    private static Engine started() {
        System.setProperty(
                "ai.djl.pytorch.num_threads",
                String.valueOf(Runtime.getRuntime().availableProcessors()));
        Engine loaded = Engine.getEngine("PyTorch");
        try (NDManager manager = loaded.newBaseManager(ai.djl.Device.cpu())) {
            manager.zeros(new Shape(1)).close();
        }
        return loaded;
    }

    @Override
    public List<Device> devices() {
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(new Device("cpu", Text.of("device.cpu", cores), unavailable()));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
        return new TorchStep(engine(), ai.djl.Device.cpu(), weights, settings);
    }

    /** DJL's own. */
    synchronized Engine engine() {
        if (unavailable().isPresent() || engine == null) {
            throw new IllegalStateException("PyTorch is not available");
        }
        return engine;
    }
}
