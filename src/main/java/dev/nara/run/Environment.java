package dev.nara.run;

/**
 * Where a run was trained, for who wants to repeat it.
 *
 * @param program name and version
 * @param java version and vendor
 * @param system the operating system and its architecture
 * @param cores processors that Java sees
 */
public record Environment(String program, String java, String system, int cores) {
    /** This process. */
    public static Environment ofThis() {
        return new Environment(
                "nara " + VERSION,
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /** The program's version. */
    public static final String VERSION = "0.1.0";
}
