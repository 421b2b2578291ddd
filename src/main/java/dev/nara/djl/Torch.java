package dev.nara.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.nara.algorithm.Device;
import dev.nara.neumf.CatalogueParts;
import dev.nara.neumf.CatalogueScorer;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Precision;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.text.Text;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PyTorch through DJL, with all parameters on the device. Its library is not bundled: it is the one named by the environment, chosen by the
 * user, or added by the build, in this order.
 */
public final class Torch implements NeuMfEngine {
    /** Names the folder of PyTorch's libraries, also for DJL. */
    private static final String FOLDER = "PYTORCH_LIBRARY_PATH";

    private static final Logger LOG = LoggerFactory.getLogger(Torch.class);
    private static final String BUILT_IN = "native/lib/pytorch.properties";
    /** The highest compute capability supported by builds for CUDA before {@link #NEWER_CUDA}. */
    private static final int CAPABILITY = 9;

    private static final Version NEWER_CUDA = Version.parse("12.8");

    private final Path cache;
    private final String chosen;
    private @Nullable Engine engine;
    private @Nullable Text problem;
    private String cuda = "";
    private final FreeMemory freeMemory = new FreeMemory(Gpus::free, JniUtils::emptyCudaCache);

    /** Unpacks DJL's library for PyTorch to {@code cache}; {@code chosen} is PyTorch's folder, "" for none. */
    public Torch(Path cache, String chosen) {
        this.cache = cache;
        this.chosen = chosen;
    }

    @Override
    public String id() {
        return "torch";
    }

    /** The folder named by the environment or chosen by the user, "" for none. */
    public String named() {
        String named = System.getenv(FOLDER);
        return named == null || named.isBlank() ? chosen : named;
    }

    @Override
    public synchronized Optional<Text> unavailable() {
        if (engine == null && problem == null) {
            load();
        }
        return Optional.ofNullable(problem);
    }

    private void load() {
        String folder = named();
        if (!folder.isEmpty()) {
            TorchInstallation.Found found = TorchInstallation.in(folder);
            problem = found.problem()
                    .or(() -> found.installation().flatMap(installation -> use(installation, Path.of(folder))))
                    .orElse(null);
        } else if (Torch.class.getClassLoader().getResource(BUILT_IN) == null) {
            problem = Text.of("engine.torch.none", TorchInstallation.VERSION);
        }
        if (problem != null) {
            return;
        }
        OfflineDjl.prepare(cache);
        // Fusing would compile kernels for every batch size.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        // Its threads spin while they wait for each other: under other load a small step took fifty times as long.
        NativeEnvironment.set("OMP_WAIT_POLICY", "PASSIVE");
        try {
            engine = Quietly.get(Torch::started);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("PyTorch cannot be loaded", e);
            problem = Text.of("engine.torch.broken", OfflineDjl.rootCause(e));
        }
    }

    /** Otherwise DJL would choose the build by the machine; of paths in the environment it accepts only the folder of the libraries. */
    Optional<Text> use(TorchInstallation installation, Path folder) {
        if (!folder.toString().equals(chosen) && !installation.libraries().equals(folder)) {
            return Optional.of(Text.of("engine.torch.not.lib", installation.libraries()));
        }
        cuda = installation.cuda();
        System.setProperty(FOLDER, installation.libraries().toAbsolutePath().toString());
        System.setProperty("PYTORCH_VERSION", installation.version());
        // A build for CUDA works without a GPU, too, but some of its libraries do not load without the driver.
        System.setProperty("PYTORCH_FLAVOR", cuda.isEmpty() || Gpus.all().isEmpty() ? "cpu" : "cu128");
        return Optional.empty();
    }

    private static Engine started() {
        System.setProperty(
                "ai.djl.pytorch.num_threads",
                String.valueOf(Runtime.getRuntime().availableProcessors()));
        return OfflineDjl.started("PyTorch");
    }

    @Override
    public List<Device> devices() {
        Optional<Text> reason = unavailable();
        List<Device> devices = new ArrayList<>();
        devices.add(new Device("cpu", Text.of("device.cpu", Runtime.getRuntime().availableProcessors()), reason));
        List<Gpus.Gpu> gpus = Gpus.all();
        for (int g = 0; g < gpus.size(); g++) {
            Gpus.Gpu gpu = gpus.get(g);
            String capability = gpu.major() + "." + gpu.minor();
            Text name = Text.of("device.gpu.of", gpu.name(), gpu.megabytes() >> 10, capability);
            devices.add(new Device("gpu" + g, name, reason.or(() -> problem(gpu, capability, cuda))));
        }
        if (gpus.isEmpty()) {
            devices.add(new Device(
                    "gpu0", Text.of("device.gpu", ""), reason.or(() -> Optional.of(Text.of("device.gpu.none")))));
        }
        return devices;
    }

    /** Why a build for that CUDA version, "" for none, cannot use a GPU. */
    static Optional<Text> problem(Gpus.Gpu gpu, String capability, String cuda) {
        if (cuda.isEmpty()) {
            return Optional.of(Text.of("device.gpu.torch.cpu", TorchInstallation.VERSION));
        }
        return gpu.major() > CAPABILITY && Version.parse(cuda).compareTo(NEWER_CUDA) < 0
                ? Optional.of(Text.of("device.gpu.torch.old", cuda, capability, NEWER_CUDA))
                : Optional.empty();
    }

    @Override
    public boolean onGpu(String device) {
        return place(device).isGpu();
    }

    @Override
    public String gpuName(String gpu) {
        return Gpus.name(gpu);
    }

    @Override
    public OptionalLong memory(String device) {
        ai.djl.Device place = place(device);
        List<Gpus.Gpu> gpus = Gpus.all();
        int number = place.getDeviceId();
        return place.isGpu() && number < gpus.size()
                ? OptionalLong.of(gpus.get(number).megabytes() << 20)
                : OptionalLong.empty();
    }

    @Override
    public OptionalLong freeMemory(String device) {
        ai.djl.Device place = place(device);
        return place.isGpu() ? freeMemory.of(place.getDeviceId()) : OptionalLong.empty();
    }

    @Override
    public long memory(NeuMfSpec spec, boolean adam, int batchSize, boolean dropout, Precision precision) {
        return DeviceMemory.of(spec, adam, batchSize, dropout, precision);
    }

    @Override
    public boolean computesIn(Precision precision) {
        return true;
    }

    private ai.djl.Device place(String device) {
        String named = device.equals(AUTO)
                ? devices().stream()
                        .filter(one -> one.problem().isEmpty() && !one.id().equals("cpu"))
                        .findFirst()
                        .map(Device::id)
                        .orElse("cpu")
                : device;
        return named.equals("cpu") ? ai.djl.Device.cpu() : ai.djl.Device.gpu(Gpus.number(named));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
        return new TorchStep(manager(settings.device()), weights, settings);
    }

    @Override
    public Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
        // On the processor, the program's own engine needs less processor time. Without a GPU, PyTorch is not even
        // loaded.
        return !Gpus.all().isEmpty() && onGpu(device) ? Optional.of(parts -> scorer(parts, device)) : Optional.empty();
    }

    /** Scores a model on any device. */
    CatalogueScorer scorer(CatalogueParts parts, String device) {
        return new TorchScorer(manager(device), parts);
    }

    private NDManager manager(String device) {
        ai.djl.Device place = place(device);
        if (place.isGpu()) {
            freeMemory.computesOn(place.getDeviceId());
        }
        return engine().newBaseManager(place);
    }

    /** DJL's engine. */
    synchronized Engine engine() {
        if (unavailable().isPresent() || engine == null) {
            throw new IllegalStateException("PyTorch is not available");
        }
        return engine;
    }
}
