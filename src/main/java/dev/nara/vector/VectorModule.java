package dev.nara.vector;

/**
 * Loads Java's vector module. If it is named by {@code --add-modules}, Java 17 prints a warning to standard error, which no option
 * suppresses. So the program loads it the way Java loads its own modules on demand, through an internal class opened by
 * {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}.
 */
final class VectorModule {
    static final String NAME = "jdk.incubator.vector";
    /** Whether vectors can be used: the module was named at start, or is loaded by this call. */
    static final boolean PRESENT = ModuleLayer.boot().findModule(NAME).isPresent() || load();

    private VectorModule() {}

    private static boolean load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException e) {
            return false; // not opened to the program, not in this Java, or another Java has another way
        }
    }
}
