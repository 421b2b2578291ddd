package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;

/** Prepares DJL before its first engine loads: engines never download, and unpack to a folder of the program. */
final class OfflineDjl {
    private static final String CACHE = "DJL_CACHE_DIR";

    private OfflineDjl() {}

    /** Libraries are unpacked below {@code cache}; the first one named serves the whole process. */
    static synchronized void prepare(Path cache) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty(CACHE) == null) {
            System.setProperty(CACHE, cache.toString());
            System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        }
    }

    /** An engine after creating a first array, because only then does it start and log. */
    static Engine started(String name) {
        Engine loaded = Engine.getEngine(name);
        try (NDManager manager = loaded.newBaseManager(Device.cpu())) {
            manager.zeros(new Shape(1)).close();
        }
        return loaded;
    }

    /** The message of the innermost cause. */
    static String rootCause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
