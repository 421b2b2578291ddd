package dev.nara.djl;

import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import dev.nara.algorithm.Device;
import dev.nara.neumf.GatheringStep;
import dev.nara.neumf.Gradients;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MXNet through DJL, offline: its native libraries are bundled and unpacked to the given folder at first use. */
public final class MxNet implements NeuMfEngine {
    private static final Logger LOG = LoggerFactory.getLogger(MxNet.class);
    private static final String NATIVES = "native/lib/mxnet.properties";

    private final Path cache;
    private @Nullable Engine engine;
    private @Nullable Text problem;
    private boolean atOnce;

    /** Unpacks its native libraries to {@code cache}. */
    public MxNet(Path cache) {
        this.cache = cache;
    }

    @Override
    public String id() {
        return "mxnet";
    }

    @Override
    public synchronized Optional<Text> unavailable() {
        if (engine == null && problem == null) {
            load();
        }
        return Optional.ofNullable(problem);
    }

    private void load() {
        OfflineDjl.prepare(cache);
        if (MxNet.class.getClassLoader().getResource(NATIVES) == null) {
            String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            problem = Text.of("engine.mxnet.no.natives", platform);
            return;
        }
        if (gpus() == 0) {
            // Without a GPU to keep busy, running each operator at once halves the cost of a small step.
            atOnce = NativeEnvironment.set("MXNET_ENGINE_TYPE", "NaiveEngine");
            // Its threads spin while they wait for each other: under other load, such as this program's window, two
            // threads made a small step up to forty times slower than one.
            NativeEnvironment.set("OMP_NUM_THREADS", "1");
        }
        try {
            engine = Quietly.get(() -> OfflineDjl.started("MXNet"));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("MXNet cannot be loaded", e);
            problem = Text.of("engine.mxnet.broken", OfflineDjl.rootCause(e));
        }
    }

    private static int gpus() {
        return Math.max(0, CudaUtils.getGpuCount());
    }

    @Override
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        Optional<Text> reason = unavailable();
        devices.add(new Device("cpu", Text.of("device.cpu", Runtime.getRuntime().availableProcessors()), reason));
        int gpus = gpus();
        for (int g = 0; g < gpus; g++) {
            devices.add(new Device("gpu" + g, Text.of("device.gpu", gpuName(g)), gpuProblem(reason)));
        }
        if (gpus == 0) {
            devices.add(new Device("gpu0", Text.of("device.gpu", ""), Optional.of(Text.of("device.gpu.none"))));
        }
        return devices;
    }

    @Override
    public String gpuName(String gpu) {
        return Gpus.name(gpu);
    }

    /** The name of a GPU comes from NVIDIA's own tool; without it, its number is used. */
    private static String gpuName(int gpu) {
        try {
            Process tool = new ProcessBuilder("nvidia-smi", "--query-gpu=name", "--format=csv,noheader", "--id=" + gpu)
                    .redirectErrorStream(true)
                    .start();
            String name = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return tool.waitFor() == 0 ? name : String.valueOf(gpu);
        } catch (IOException e) {
            return String.valueOf(gpu);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return String.valueOf(gpu);
        }
    }

    private synchronized Optional<Text> gpuProblem(Optional<Text> reason) {
        if (reason.isPresent() || engine == null) {
            return reason;
        }
        return engine.hasCapability("CUDA") ? Optional.empty() : Optional.of(Text.of("device.gpu.no.natives"));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
        return new GatheringStep(
                weights, settings, gradients(weights.spec(), settings.dropout() > 0, settings.device()));
    }

    private synchronized Gradients gradients(NeuMfSpec spec, boolean dropout, String device) {
        return new MxNetGradients(spec, dropout, engine(), atOnce, place(device));
    }

    /** DJL's engine. */
    synchronized Engine engine() {
        if (unavailable().isPresent() || engine == null) {
            throw new IllegalStateException("MXNet is not available");
        }
        return engine;
    }

    @Override
    public boolean onGpu(String device) {
        return place(device).isGpu();
    }

    private ai.djl.Device place(String device) {
        boolean gpuUsable = devices().stream()
                .anyMatch(d -> d.id().startsWith("gpu") && d.problem().isEmpty());
        if (device.equals("cpu") || (device.equals("auto") && !gpuUsable)) {
            return ai.djl.Device.cpu();
        }
        return ai.djl.Device.gpu(device.equals("auto") ? 0 : Integer.parseInt(device.substring(3)));
    }
}
