package dev.nara.djl;

import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.mxnet.jna.LibUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An array of the engine that is filled from Java before every step, and whose gradient is read after it. Where every
 * operator has run when its call returns, on the processor, Java reads and writes the engine's memory itself, without a
 * call; elsewhere one buffer serves both ways, where DJL's own calls would allocate one a call.
 */
final class TransferredArray {
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

    /** Where an array lies, which DJL does not tell; it stays there as long as the array is open. */
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

    /** How many numbers it has. */
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
