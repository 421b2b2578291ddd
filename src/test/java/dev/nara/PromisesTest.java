package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names tests that there are, in both languages the same. */
class PromisesTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> named(String page) throws IOException {
        Matcher names = NAMED.matcher(Files.readString(ROOT.resolve(page)));
        return names.results().map(name -> name.group(1)).toList();
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named = named("src/site/markdown/promises.md");
        assertTrue(named.size() > 20, () -> "" + named);
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(tests());
        assertEquals(Set.of(), missing);
        assertEquals(named, named("src/site/ko/markdown/promises.md"));
    }

    @Test
    void everyPromiseHasATest() throws IOException {
        List<String> bare = Files.readAllLines(ROOT.resolve("src/site/markdown/promises.md")).stream()
                .filter(line -> line.startsWith("| ")
                        && line.contains(". |")
                        && !NAMED.matcher(line).find())
                .toList();
        assertEquals(List.of(), bare);
    }
}
