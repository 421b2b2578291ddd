package dev.nara.djl;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The GPUs that NVIDIA's driver shows to this process, in CUDA's order, found by calling the driver directly. */
final class Gpus {
    private static final int MAJOR = 75;
    private static final int MINOR = 76;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_BUS = 32;
    private static final int UUID_BYTES = 16;

    private Gpus() {}

    /**
     * A GPU.
     *
     * @param megabytes total memory
     * @param major of its compute capability
     * @param minor of its compute capability
     */
    record Gpu(String name, long megabytes, int major, int minor) {}

    /** All GPUs; empty without a driver. */
    static List<Gpu> all() {
        List<Gpu> gpus = new ArrayList<>();
        try {
            NativeLibrary driver = driver();
            IntByReference count = new IntByReference();
            if (call(driver, "cuInit", 0) != 0 || call(driver, "cuDeviceGetCount", count) != 0) {
                return gpus;
            }
            for (int n = 0; n < count.getValue(); n++) {
                gpus.add(gpu(driver, n));
            }
        } catch (LinkageError e) {
            // Without a driver there is no GPU.
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

    /** The bytes of a GPU that no process uses, from NVML; empty if unknown. */
    static OptionalLong free(int number) {
        IntByReference device = new IntByReference();
        try (Memory bus = new Memory(LONGEST_BUS);
                Memory handle = new Memory(Native.POINTER_SIZE);
                Memory sizes = new Memory(3 * Long.BYTES)) {
            NativeLibrary driver = driver();
            NativeLibrary monitor = NativeLibrary.getInstance(Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1");
            // NVML counts all GPUs, CUDA only those visible to the process.
            boolean known = call(driver, "cuInit", 0) == 0
                    && call(driver, "cuDeviceGet", device, number) == 0
                    && call(driver, "cuDeviceGetPCIBusId", bus, LONGEST_BUS, device.getValue()) == 0
                    && call(monitor, "nvmlInit_v2") == 0
                    && call(monitor, "nvmlDeviceGetHandleByPciBusId_v2", bus, handle) == 0
                    && call(monitor, "nvmlDeviceGetMemoryInfo", handle.getPointer(0), sizes) == 0;
            // Total, free, used.
            return known ? OptionalLong.of(sizes.getLong(Long.BYTES)) : OptionalLong.empty();
        } catch (LinkageError e) {
            return OptionalLong.empty();
        }
    }

    /** A GPU's name that is equal in every process of this machine: the driver's UUID; its id if that is unknown. */
    static String name(String id) {
        IntByReference device = new IntByReference();
        try (Memory bytes = new Memory(UUID_BYTES)) {
            NativeLibrary driver = driver();
            boolean known = call(driver, "cuInit", 0) == 0
                    && call(driver, "cuDeviceGet", device, number(id)) == 0
                    && call(driver, "cuDeviceGetUuid_v2", bytes, device.getValue()) == 0;
            return known ? name(bytes.getByteArray(0, UUID_BYTES)) : id;
        } catch (LinkageError e) {
            return id;
        }
    }

    static String name(byte[] uuid) {
        return "gpu-" + HexFormat.of().formatHex(uuid);
    }

    /** The number in an id of {@code --device}. */
    static int number(String id) {
        return Integer.parseInt(id.substring("gpu".length()));
    }

    private static NativeLibrary driver() {
        return NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
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
