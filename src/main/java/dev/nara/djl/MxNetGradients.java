package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.CachedOp;
import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.MxSymbolBlock;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.mxnet.jna.LibUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.nara.algorithm.SoftPlus;
import dev.nara.neumf.GatheredBatch;
import dev.nara.neumf.Gradients;
import dev.nara.neumf.NeuMfSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gradients on MXNet through a cached graph. The graph and its memory are accessed through DJL's engine classes,
 * because the public API runs a model operator by operator or loads one from files, and copies every array twice; only
 * this file uses them. Every native array belongs to one manager, closed with this object.
 */
final class MxNetGradients implements Gradients {
    private static final int SIZES = 2;

    private final NeuMfSpec spec;
    private final boolean dropout;
    private final boolean shared;
    private final Engine engine;
    private final NDManager manager;
    private final CachedOp graph;
    private final ParameterStore noParameters = new ParameterStore();
    /** Weights and biases of each layer, the output last, in their order in the dense parameters. */
    private final List<TransferredArray> layers = new ArrayList<>();
    /** The arrays of one batch size; an epoch has two sizes, the usual one and that of its last batch, which may change. */
    private final Map<Integer, List<TransferredArray>> arraysOfSize = new LinkedHashMap<>(SIZES, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<TransferredArray>> eldest) {
            boolean surplus = size() > SIZES;
            if (surplus) {
                eldest.getValue().forEach(TransferredArray::close);
            }
            return surplus;
        }
    };

    /** With {@code atOnce}, every operator has run when its call returns. */
    MxNetGradients(NeuMfSpec spec, boolean dropout, Engine engine, boolean atOnce, Device device) {
        this.shared = atOnce && !device.isGpu();
        this.spec = spec;
        this.dropout = dropout;
        this.engine = engine;
        this.manager = engine.newBaseManager(device);
        MxNDManager engineManager = (MxNDManager) manager;
        Symbol symbol = Symbol.loadJson(engineManager, NeuMfGraph.json(spec, dropout));
        this.graph = JnaUtils.createCachedOp(new MxSymbolBlock(manager, symbol), engineManager, true);
        for (int k = 0; k <= spec.layers().size(); k++) {
            boolean output = k == spec.layers().size();
            int units = output ? 1 : spec.layers().get(k);
            int inputs = output ? spec.outputWidth() : spec.widthBefore(k);
            layers.add(new TransferredArray(manager, shared, "weight" + k, true, units, inputs));
            layers.add(new TransferredArray(manager, shared, "bias" + k, true, units));
        }
    }

    @Override
    public double compute(GatheredBatch batch, float[] denseParameters, float[] denseGradient) {
        int size = batch.size();
        List<TransferredArray> arrays = arraysOfSize.computeIfAbsent(size, this::allocate);
        List<float[]> values = values(batch);
        NDList inputs = new NDList();
        int place = 0;
        for (TransferredArray layer : layers) {
            layer.upload(denseParameters, place);
            place += layer.size();
            inputs.add(layer.array());
        }
        for (int i = 0; i < arrays.size(); i++) {
            arrays.get(i).upload(values.get(i), 0);
            inputs.add(arrays.get(i).array());
        }
        double loss = run(inputs, batch.labels(), size);
        if (Double.isFinite(loss)) {
            place = 0;
            for (TransferredArray layer : layers) {
                layer.downloadGradient(denseGradient, place);
                place += layer.size();
            }
            for (int i = 0; i < arrays.size(); i++) {
                arrays.get(i).downloadGradient(values.get(i), 0);
            }
        }
        return loss;
    }

    private double run(NDList inputs, float[] labels, int size) {
        try (GradientCollector collector = engine.newGradientCollector();
                NDList outputs = graph.forward(noParameters, inputs, true)) {
            collector.backward(outputs.get(1));
            float[] logits = outputs.get(0).toFloatArray();
            double loss = 0;
            for (int e = 0; e < size; e++) {
                loss += SoftPlus.of(logits[e]) - logits[e] * labels[e];
            }
            return loss;
        }
    }

    /** The batch's arrays in the order of the graph's inputs after the layers. */
    private List<float[]> values(GatheredBatch batch) {
        List<float[]> values = new ArrayList<>();
        values.add(batch.labels());
        if (!spec.layers().isEmpty()) {
            values.add(batch.input());
        }
        if (spec.gmf() > 0) {
            values.add(batch.gmfUser());
            values.add(batch.gmfItem());
        }
        values.addAll(List.of(batch.masks()));
        return values;
    }

    private List<TransferredArray> allocate(int size) {
        List<TransferredArray> arrays = new ArrayList<>();
        arrays.add(new TransferredArray(manager, shared, "labels", false, size));
        if (!spec.layers().isEmpty()) {
            arrays.add(new TransferredArray(manager, shared, "input", true, size, spec.inputWidth()));
        }
        if (spec.gmf() > 0) {
            arrays.add(new TransferredArray(manager, shared, "gmf_user", true, size, spec.gmf()));
            arrays.add(new TransferredArray(manager, shared, "gmf_item", true, size, spec.gmf()));
        }
        for (int k = 0; dropout && k < spec.layers().size(); k++) {
            arrays.add(new TransferredArray(
                    manager, shared, "mask" + k, false, size, spec.layers().get(k)));
        }
        return arrays;
    }

    /** Number of native arrays held now, here and in the parent manager, where DJL puts arrays without an owner. */
    int nativeArrays() {
        return manager.getManagedArrays().size()
                + manager.getParentManager().getManagedArrays().size();
    }

    @Override
    public void close() {
        graph.close();
        manager.close();
    }

    /**
     * An array of the engine that Java fills before every step and whose gradient it reads afterwards. On the CPU with
     * synchronous operators, Java reads and writes the engine's memory directly; otherwise one buffer is used for both
     * directions, where DJL's own methods would allocate one per call.
     */
    private static final class TransferredArray {
        private final MxNDArray array;
        private final @Nullable MxNDArray gradient;
        private final int size;
        private final boolean shared;
        private final FloatBuffer values;
        private final FloatBuffer gradients;
        private final Pointer address;

        TransferredArray(NDManager manager, boolean shared, String name, boolean withGradient, long... shape) {
            this.shared = shared;
            array = (MxNDArray) manager.zeros(new Shape(shape));
            array.setName(name);
            if (withGradient) {
                array.setRequiresGradient(true);
                gradient = (MxNDArray) array.getGradient();
            } else {
                gradient = null;
            }
            size = Math.toIntExact(array.size());
            if (shared) {
                address = memory(array);
                values = floats(address.getByteBuffer(0, bytes()));
                gradients = gradient == null ? values : floats(memory(gradient).getByteBuffer(0, bytes()));
            } else {
                ByteBuffer buffer = ByteBuffer.allocateDirect(Math.toIntExact(bytes()));
                address = Native.getDirectBufferPointer(buffer);
                values = floats(buffer);
                gradients = values;
            }
        }

        private long bytes() {
            return (long) size * Float.BYTES;
        }

        private static FloatBuffer floats(ByteBuffer bytes) {
            return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
        }

        /** The address of an array, which DJL does not expose; it is fixed while the array is open. */
        private static Pointer memory(MxNDArray array) {
            PointerByReference data = new PointerByReference();
            int error = NativeLibrary.getInstance(LibUtils.getLibName())
                    .getFunction("MXNDArrayGetData")
                    .invokeInt(new Object[] {array.getHandle(), data});
            if (error != 0) {
                throw new IllegalStateException("MXNDArrayGetData: " + error);
            }
            return data.getValue();
        }

        NDArray array() {
            return array;
        }

        void close() {
            array.close();
            if (gradient != null) {
                gradient.close();
            }
        }

        /** Number of elements. */
        int size() {
            return size;
        }

        /** Copies values from {@code offset} on to the engine, as many as the array has. */
        void upload(float[] from, int offset) {
            values.put(0, from, offset, size);
            if (!shared) {
                JnaUtils.syncCopyFromCPU(array.getHandle(), values, size);
            }
        }

        /** Copies the gradient over the values from {@code offset} on; without a gradient, leaves them. */
        void downloadGradient(float[] to, int offset) {
            if (gradient == null) {
                return;
            }
            if (!shared) {
                JnaUtils.syncCopyToCPU(gradient.getHandle(), address, size);
            }
            gradients.get(0, to, offset, size);
        }
    }
}
