package dev.nara.vector;

/**
 * Java's module of vectors. Named by {@code --add-modules}, Java 17 warns of it on standard error before anything else,
 * and has no option against that. So the program loads it as Java loads modules of its own when they are first needed,
 * by a class of Java that {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED} opens to it.
 */
final class VectorModule {
    static final String NAME = "jdk.incubator.vector";
    /** Whether vectors can be used: the module was named at the start, or has been loaded now. */
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
