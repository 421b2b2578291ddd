package dev.nara.djl;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.function.Supplier;

/** Suppresses what a native library writes to standard error while it loads. */
final class Quietly {
    private static final int STANDARD_ERROR = 2;
    private static final int WRITE_ONLY = 1;

    private Quietly() {}

    /** Runs the work with standard error closed to native code; on Windows, without any change. */
    static <T> T get(Supplier<T> work) {
        if (Platform.isWindows()) {
            return work.get();
        }
        int kept = call("dup", STANDARD_ERROR);
        int nowhere = call("open", "/dev/null", WRITE_ONLY);
        try {
            call("dup2", nowhere, STANDARD_ERROR);
            return work.get();
        } finally {
            call("dup2", kept, STANDARD_ERROR);
            call("close", kept);
            call("close", nowhere);
        }
    }

    private static int call(String function, Object... arguments) {
        return Function.getFunction(Platform.isMac() ? "System" : "c", function).invokeInt(arguments);
    }
}
