package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.neumf.AdamRates;
import dev.nara.neumf.DropoutMasks;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Training steps on a device that holds all parameters: a step transfers indices and labels, runs one {@link StepScript}, and returns the
 * loss.
 */
final class TorchStep implements TrainingStep {
    private final StepSettings settings;
    private final NDManager manager;
    private final NDManager here;
    private final DeviceModel model;
    private final DropoutMasks masks;
    private final List<Integer> layers;
    private final TorchModule script;
    private final ByteBuffer indices;
    private final ByteBuffer labels;
    private boolean sent;

    TorchStep(NDManager manager, NeuMfWeights weights, StepSettings settings) {
        this.settings = settings;
        this.manager = manager;
        NeuMfSpec spec = weights.spec();
        layers = settings.dropout() > 0 ? spec.layers() : List.of();
        masks = new DropoutMasks(settings.dropout(), settings.seed());
        indices = direct(Math.multiplyExact(2, settings.batchSize()));
        labels = direct(settings.batchSize());
        here = manager.newSubManager(Device.cpu());
        model = placed(manager, () -> new DeviceModel(manager, weights, settings.optimizer()));
        boolean adam = settings.optimizer() instanceof Optimizer.Adam;
        String source = StepScript.of(
                spec,
                adam,
                settings.precision(),
                List.copyOf(model.inputs().keySet()),
                layers.isEmpty() ? 0 : masks.threshold(),
                masks.kept());
        script = placed(manager, () -> new TorchModule(manager, source));
    }

    /** A buffer for that many four-byte numbers. */
    private static ByteBuffer direct(int numbers) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(Integer.BYTES, numbers))
                .order(ByteOrder.nativeOrder());
    }

    /** Creates something from a manager, which is closed on failure. */
    static <T> T placed(NDManager manager, Supplier<T> made) {
        try {
            return made.get();
        } catch (RuntimeException | Error e) {
            manager.close();
            if (e instanceof EngineException error && isFull(error)) {
                throw new DeviceFull(error);
            }
            throw e;
        }
    }

    @Override
    public double run(ExampleBatch examples) {
        return run(examples, () -> {});
    }

    @Override
    public double run(ExampleBatch examples, Runnable between) {
        if (!sent) {
            // Deferred, because a resumed training restores its parameters after the step was created.
            sent = placed(manager, () -> {
                model.send();
                return true;
            });
        }
        between.run();
        try (NDManager step = manager.newSubManager()) {
            NDArray loss = script.run("forward", inputs(step, examples)).singletonOrThrow();
            double summed = loss.getFloat();
            if (Double.isFinite(summed)) {
                settings.optimizer().nextStep();
            }
            return summed;
        } catch (EngineException e) {
            throw explained(e, examples.size());
        }
    }

    private NDList inputs(NDManager step, ExampleBatch examples) {
        int size = examples.size();
        IntBuffer used = indices.asIntBuffer().put(examples.users(), 0, size);
        for (int e = 0; e < size; e++) {
            used.put(model.firstItem() + examples.items()[e]);
        }
        labels.asFloatBuffer().put(examples.labels(), 0, size);
        NDList inputs = new NDList(
                step.create(part(indices, 2 * size), new Shape(2, size), DataType.INT32),
                step.create(part(labels, size), new Shape(size), DataType.FLOAT32),
                rates(step, size));
        if (!layers.isEmpty()) {
            inputs.add(step.create(columns()));
        }
        inputs.addAll(model.inputs().values());
        return inputs;
    }

    /** The first four-byte numbers of the buffer. */
    private static ByteBuffer part(ByteBuffer numbers, int count) {
        return numbers.duplicate().order(numbers.order()).limit(Integer.BYTES * count);
    }

    /** The optimiser's rates for the next step, where the script can read them without synchronising with the device. */
    private NDArray rates(NDManager step, int size) {
        Optimizer optimizer = settings.optimizer();
        double steps = optimizer.steps() + 1.0;
        boolean adam = optimizer instanceof Optimizer.Adam;
        double root = adam ? Math.sqrt(1 - Math.pow(AdamRates.BETA2, steps)) : 1;
        double rate = optimizer.learningRate() * (adam ? root / (1 - Math.pow(AdamRates.BETA1, steps)) : 1);
        double[] rates = {-rate, optimizer.weightDecay(), AdamRates.EPSILON * root, settings.scale(size)};
        NDArray array = here.create(rates);
        array.attach(step);
        return array;
    }

    /** The hash inputs for each four units of each layer, without the example's part. */
    private long[] columns() {
        List<Long> columns = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            for (int unit = 0; unit < layers.get(k); unit += DropoutMasks.LANES) {
                columns.add(masks.hashed(settings.optimizer().steps(), k, unit));
            }
        }
        return columns.stream().mapToLong(Long::longValue).toArray();
    }

    /** PyTorch's own error message. */
    static RuntimeException explained(EngineException error, int batchSize) {
        return isFull(error) ? new DeviceFull(batchSize, error) : error;
    }

    private static boolean isFull(EngineException error) {
        return String.valueOf(error.getMessage()).contains("out of memory");
    }

    @Override
    public void fetch() {
        if (sent) {
            model.fetch();
        }
    }

    @Override
    public void fetch(int[] ofUsers, int[] ofItems) {
        if (sent) {
            model.fetch(ofUsers, ofItems);
        }
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
