package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Of fastutil every class is shipped that Tablesaw can reach, directly or through others. */
class ShippedClassesTest {
    private static final Pattern NAME = Pattern.compile("it/unimi/dsi/fastutil/[A-Za-z0-9_/$]+");
    private static final Pattern LEFT_OUT = Pattern.compile("<exclude name=\"(\\*\\*/[^\"]+)\"/>");

    private static Map<String, byte[]> classes(String jar) throws IOException {
        String path =
                List.of(System.getProperty("java.class.path").split(Pattern.quote(java.io.File.pathSeparator), -1))
                        .stream()
                        .filter(entry -> entry.matches(".*[/\\\\]" + jar + "-[0-9.]+\\.jar"))
                        .findFirst()
                        .orElseThrow();
        Map<String, byte[]> classes = new HashMap<>();
        try (ZipFile zip = new ZipFile(path)) {
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    classes.put(entry.getName().substring(0, entry.getName().length() - 6), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    /** The names of classes in what the compiler wrote; some more, perhaps. */
    private static Set<String> named(byte[] compiled) {
        Set<String> names = new HashSet<>();
        Matcher name = NAME.matcher(new String(compiled, StandardCharsets.ISO_8859_1));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static Set<String> reached() throws IOException {
        Map<String, byte[]> library = classes("fastutil");
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        classes("tablesaw-core").values().forEach(compiled -> next.addAll(named(compiled)));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (library.containsKey(name) && reached.add(name)) {
                next.addAll(named(library.get(name)));
            }
        }
        return reached;
    }

    @Test
    void nothingThatTablesawReachesIsLeftOut() throws IOException {
        Set<String> reached = reached();
        assertTrue(reached.size() > 1000, reached.size() + " classes");
        Set<String> missing = new TreeSet<>();
        Matcher pattern = LEFT_OUT.matcher(Files.readString(Path.of("pom.xml")));
        int patterns = 0;
        while (pattern.find()) {
            patterns++;
            PathMatcher leftOut = FileSystems.getDefault().getPathMatcher("glob:" + pattern.group(1));
            reached.stream()
                    .filter(name -> leftOut.matches(Path.of(name + ".class")))
                    .forEach(missing::add);
        }
        assertTrue(patterns > 20, patterns + " patterns");
        assertEquals(Set.of(), missing);
    }
}
