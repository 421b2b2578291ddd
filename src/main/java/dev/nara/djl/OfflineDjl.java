package dev.nara.djl;

import java.nio.file.Path;

/** What all of DJL's engines need before the first of them loads: they never download, and unpack where the program says. */
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

    /** What the innermost cause says. */
    static String rootCause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
