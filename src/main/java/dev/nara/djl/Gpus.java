package dev.nara.djl;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;

/** The GPUs that NVIDIA's driver shows this process, in CUDA's order; the driver alone is asked. */
final class Gpus {
    private static final int MAJOR = 75;
    private static final int MINOR = 76;
    private static final int LONGEST_NAME = 256;

    private Gpus() {}

    /**
     * One of them.
     *
     * @param megabytes memory in all
     * @param major of its compute capability
     * @param minor of its compute capability
     */
    record Gpu(String name, long megabytes, int major, int minor) {}

    /** All; none where there is no driver. */
    static List<Gpu> all() {
        List<Gpu> gpus = new ArrayList<>();
        try {
            NativeLibrary driver = NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
            IntByReference count = new IntByReference();
            if (call(driver, "cuInit", 0) != 0 || call(driver, "cuDeviceGetCount", count) != 0) {
                return gpus;
            }
            for (int n = 0; n < count.getValue(); n++) {
                gpus.add(gpu(driver, n));
            }
        } catch (LinkageError e) {
            // No driver, no GPU.
        }
        return gpus;
    }

    private static Gpu gpu(NativeLibrary driver, int number) {
        IntByReference device = new IntByReference();
        call(driver, "cuDeviceGet", device, number);
        try (Memory name = new Memory(LONGEST_NAME);
                Memory bytes = new Memory(Long.BYTES)) {
            call(driver, "cuDeviceGetName", name, LONGEST_NAME, device.getValue());
            call(driver, "cuDeviceTotalMem_v2", bytes, device.getValue());
            return new Gpu(
                    name.getString(0),
                    bytes.getLong(0) >> 20,
                    attribute(driver, MAJOR, device),
                    attribute(driver, MINOR, device));
        }
    }

    private static int attribute(NativeLibrary driver, int attribute, IntByReference device) {
        IntByReference value = new IntByReference();
        call(driver, "cuDeviceGetAttribute", value, attribute, device.getValue());
        return value.getValue();
    }

    private static int call(NativeLibrary driver, String function, Object... arguments) {
        return driver.getFunction(function).invokeInt(arguments);
    }
}
