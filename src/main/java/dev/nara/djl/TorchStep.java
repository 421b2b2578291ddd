package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.neumf.DropoutMasks;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Training steps on a device where all parameters stay: a step sends indices, labels and what dropout drops, and brings the
 * loss. Every step takes gradients by copies of its own, because PyTorch adds to a gradient that is there.
 */
final class TorchStep implements TrainingStep {
    /** DJL knows one collector of gradients a process. */
    private static final Object COLLECTING = new Object();

    private static final int SMALL_BATCH = 2048;

    private final Engine engine;
    private final NeuMfSpec spec;
    private final StepSettings settings;
    private final NDManager manager;
    private final DeviceModel model;
    private final DropoutMasks masks;
    private final NDArray kept;
    private final ByteBuffer users;
    private final ByteBuffer items;
    private final ByteBuffer labels;
    private ByteBuffer dropped = direct(0);
    private boolean sent;

    TorchStep(Engine engine, Device device, NeuMfWeights weights, StepSettings settings) {
        this.engine = engine;
        this.settings = settings;
        spec = weights.spec();
        masks = new DropoutMasks(settings.dropout(), settings.seed());
        users = direct(settings.batchSize() * Integer.BYTES);
        items = direct(settings.batchSize() * Integer.BYTES);
        labels = direct(settings.batchSize() * Float.BYTES);
        manager = engine.newBaseManager(device);
        model = placed(manager, () -> new DeviceModel(manager, weights, settings.optimizer()));
        kept = placed(manager, () -> manager.create(masks.kept()));
    }

    /** What is made of a manager, which is closed where that fails. */
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

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public double run(ExampleBatch examples) {
        return run(examples, () -> {});
    }

    @Override
    public double run(ExampleBatch examples, Runnable between) {
        if (!sent) {
            // Only now, because a training that goes on is filled after its step was made.
            sent = placed(manager, () -> {
                model.send();
                return true;
            });
        }
        int size = examples.size();
        users.asIntBuffer().put(examples.users(), 0, size);
        items.asIntBuffer().put(examples.items(), 0, size);
        labels.asFloatBuffer().put(examples.labels(), 0, size);
        Shape indices = new Shape(size);
        try (NDManager step = manager.newSubManager()) {
            DeviceModel.Batch batch = model.take(
                    step, sent(step, users, indices, DataType.INT32), sent(step, items, indices, DataType.INT32));
            double loss = gradients(step, batch, size);
            between.run();
            if (Double.isFinite(loss)) {
                settings.optimizer().nextStep();
                batch.update(settings.scale(size));
            }
            return loss;
        } catch (EngineException e) {
            throw told(e, size);
        }
    }

    /** What PyTorch says in its own words. */
    static RuntimeException told(EngineException error, int batchSize) {
        return isFull(error) ? new DeviceFull(batchSize, error) : error;
    }

    private static boolean isFull(EngineException error) {
        return String.valueOf(error.getMessage()).contains("out of memory");
    }

    private static NDArray sent(NDManager step, ByteBuffer numbers, Shape shape, DataType type) {
        int bytes = Math.toIntExact(shape.size() * type.getNumOfBytes());
        return step.create(numbers.duplicate().limit(bytes), shape, type);
    }

    /** Computes the gradients of the summed loss, and returns that. */
    private double gradients(NDManager step, DeviceModel.Batch batch, int size) {
        NDArray label = sent(step, labels, new Shape(size), DataType.FLOAT32);
        List<NDArray> dropped = masks(step, size);
        NDArray loss;
        synchronized (COLLECTING) {
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray logits = batch.logits(dropped);
                loss = Activation.softPlus(logits).sub(logits.mul(label)).sum();
                collector.backward(loss);
            }
        }
        return loss.getFloat();
    }

    /** For each hidden layer 0 or {@link DropoutMasks#kept}: [examples × width]; none without dropout. */
    private List<NDArray> masks(NDManager step, int size) {
        List<NDArray> arrays = new ArrayList<>();
        for (int k = 0; settings.dropout() > 0 && k < spec.layers().size(); k++) {
            int layer = k;
            int width = spec.layers().get(k);
            ByteBuffer bytes = dropped(Math.multiplyExact(size, width));
            IntStream examples = IntStream.range(0, size);
            (size < SMALL_BATCH ? examples : examples.parallel()).forEach(e -> {
                float[] mask = new float[width];
                masks.fill(settings.optimizer().steps(), layer, e, mask, 0, width);
                for (int j = 0; j < width; j++) {
                    bytes.put(e * width + j, (byte) (mask[j] > 0 ? 1 : 0));
                }
            });
            NDArray array = sent(step, bytes, new Shape(size, width), DataType.UINT8);
            arrays.add(array.toType(DataType.FLOAT32, false).mul(kept));
        }
        return arrays;
    }

    /** The one that was there, where it is large enough: what was made of it is a copy. */
    private ByteBuffer dropped(int bytes) {
        if (dropped.capacity() < bytes) {
            dropped = direct(bytes);
        }
        return dropped;
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
        manager.close();
    }
}
