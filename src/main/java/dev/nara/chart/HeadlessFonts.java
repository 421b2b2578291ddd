package dev.nara.chart;

import java.awt.GraphicsEnvironment;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets AWT draw text on a Linux machine that has no display, FreeType, fontconfig or font, where the JDK would throw.
 * Changes nothing on other systems, where a display is in use, or where the user has named a font configuration.
 */
final class HeadlessFonts {
    /** The property that the JDK reads instead of asking fontconfig, when it first needs a font. */
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private static final String FREETYPE = "/linux/x64/org/lwjgl/freetype/libfreetype.so";
    private static final List<String> LIBRARY_FOLDERS = List.of(
            "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib", "/usr/local/lib");
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final Map<String, List<String>> STYLES =
            Map.of("Regular", List.of("plain", "italic"), "Bold", List.of("bold", "bolditalic"));

    private HeadlessFonts() {}

    /** Call it before the first text is measured or drawn: the JDK reads its font configuration once. */
    static void install() throws IOException {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (!linux || !GraphicsEnvironment.isHeadless() || System.getProperty(CONFIGURATION) != null) {
            return;
        }
        Path folder = FontFolder.in(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
        boolean bundled = HeadlessFonts.class.getResource(FREETYPE) != null;
        if (bundled && System.getProperty("os.arch").equals("amd64") && !hasFreetype()) {
            // It is named libfreetype.so.6, so that the JDK's font library finds it already loaded.
            System.load(unpack(FREETYPE, folder).toString());
        }
        System.setProperty(CONFIGURATION, configuration(folder).toString());
    }

    private static boolean hasFreetype() {
        String named = System.getenv("LD_LIBRARY_PATH");
        Stream<String> folders = Stream.concat(
                LIBRARY_FOLDERS.stream(), named == null ? Stream.empty() : Stream.of(named.split(":", -1)));
        return Files.exists(Path.of(System.getProperty("java.home"), "lib", "libfreetype.so"))
                || folders.anyMatch(folder -> Files.exists(Path.of(folder, "libfreetype.so.6")));
    }

    /** Names our font for each logical family and style, in the JDK's fontconfig.properties format. */
    private static Path configuration(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder("version=1\nsequence.allfonts=default\n");
        for (Map.Entry<String, List<String>> weight : STYLES.entrySet()) {
            String name = "-misc-pretendard-" + weight.getKey() + "-r-normal--*-%d-*-*-p-*-iso10646-1";
            for (String family : FAMILIES) {
                for (String style : weight.getValue()) {
                    lines.append(family + "." + style + ".default=" + name + "\n");
                }
            }
            Path font = unpack("/assets/fonts/Pretendard-" + weight.getKey() + ".ttf", folder);
            lines.append("filename." + name + "=" + font + "\n");
        }
        Path file = folder.resolve("fontconfig.properties");
        file.toFile().deleteOnExit();
        return Files.writeString(file, lines);
    }

    private static Path unpack(String resource, Path folder) throws IOException {
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        file.toFile().deleteOnExit();
        try (InputStream in = HeadlessFonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            Files.copy(in, file);
        }
        return file;
    }
}
