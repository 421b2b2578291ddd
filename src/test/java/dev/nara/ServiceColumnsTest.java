package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How the children's video service calls its columns is known to its reader, to the generator of such folders and to the
 * competition; everything else asks for the role of a column, so that it works on any data.
 */
class ServiceColumnsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "nara");
    private static final List<String> AT_HOME = List.of("data/read/service/", "synth/", "competition/");

    /** Names that mean nothing elsewhere: no string constant is one. */
    private static final Pattern OWN = Pattern.compile("\"(profile_id|album_id|ss_id|log_time|sub_title|genre_large"
            + "|genre_mid|genre_small|onair_date|run_time|cast(_\\d)?|(pr|ch)_interest\\w*|keywords|watch_time"
            + "|total_time|watched_seconds|continuous_play|short_trailer|autoplay|trailer|payment|searched)\"");

    /** Words that other formats and JSON have too: outside readers, no attribute is asked for by them. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(text|has|numbers|categories|members|memberCounts|counts|isNumeric|with|without|withoutNumbers)"
                    + "\\(\\s*\"(title|series|genres?|category|age|sex|gender|country)\"");

    @Test
    void noColumnOfTheServiceIsNamedElsewhere() throws IOException {
        assertEquals(List.of(), found(OWN, AT_HOME));
    }

    @Test
    void noAttributeIsAskedForByItsName() throws IOException {
        List<String> readers = new ArrayList<>(AT_HOME);
        readers.add("data/read/");
        assertEquals(List.of(), found(ASKED, readers));
    }

    private static List<String> found(Pattern pattern, List<String> home) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                if (home.stream().noneMatch(name::startsWith)) {
                    Matcher matcher = pattern.matcher(Files.readString(file));
                    while (matcher.find()) {
                        found.add(name + ": " + matcher.group());
                    }
                }
            }
        }
        return found;
    }
}
