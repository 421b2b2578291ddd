package dev.nara.djl;

import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An array of the engine that is filled from Java before every step, and whose gradient is read after it; one buffer
 * serves both ways, where DJL's own calls would allocate one a call.
 */
final class TransferredArray {
    private final MxNDArray array;
    private final @Nullable MxNDArray gradient;
    private final int size;
    private final FloatBuffer buffer;
    private final Pointer address;

    TransferredArray(NDManager manager, String name, boolean withGradient, long... shape) {
        array = (MxNDArray) manager.zeros(new Shape(shape));
        array.setName(name);
        if (withGradient) {
            array.setRequiresGradient(true);
            gradient = (MxNDArray) array.getGradient();
        } else {
            gradient = null;
        }
        size = Math.toIntExact(array.size());
        ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
        buffer = bytes.asFloatBuffer();
        address = Native.getDirectBufferPointer(bytes);
    }

    NDArray array() {
        return array;
    }

    /** How many numbers it has. */
    int size() {
        return size;
    }

    /** Copies values from {@code from} on to the engine, as many as the array has. */
    void upload(float[] values, int from) {
        buffer.put(0, values, from, size);
        JnaUtils.syncCopyFromCPU(array.getHandle(), buffer, size);
    }

    /** Copies the gradient over the values from {@code from} on; without a gradient, leaves them. */
    void downloadGradient(float[] values, int from) {
        if (gradient != null) {
            JnaUtils.syncCopyToCPU(gradient.getHandle(), address, size);
            buffer.get(0, values, from, size);
        }
    }
}
