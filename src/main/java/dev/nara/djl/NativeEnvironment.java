package dev.nara.djl;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's environment, which native libraries read when they load and Java cannot change by itself. */
final class NativeEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

    private NativeEnvironment() {}

    /** Sets what the user did not, and returns whether it now has the requested value. */
    static boolean set(String name, String value) {
        try {
            String given = System.getenv(name);
            if (given != null) {
                return given.equals(value);
            }
            if (Platform.isWindows()) {
                Function.getFunction("ucrtbase", "_putenv_s").invokeInt(new Object[] {name, value});
            } else {
                Function.getFunction(Platform.isMac() ? "System" : "c", "setenv")
                        .invokeInt(new Object[] {name, value, 1});
            }
            return true;
        } catch (LinkageError e) {
            LOG.warn("Cannot set {}; training works all the same, only slower", name, e);
            return false;
        }
    }
}
