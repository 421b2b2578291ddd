package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Path USER = Path.of("/home/mina");

    private static String workspace(String system, Map<String, String> environment) {
        return Home.of(environment, system, USER).workspace().toString();
    }

    @Test
    void naraHomeGoesBeforeThePlatformsPlace() {
        assertEquals("/data/nara/workspace", workspace("Linux", Map.of("NARA_HOME", "/data/nara")));
        assertEquals("/home/mina/.local/share/nara/workspace", workspace("Linux", Map.of()));
        assertEquals("/xdg/nara/workspace", workspace("Linux", Map.of("XDG_DATA_HOME", "/xdg")));
        assertEquals("/home/mina/Library/Application Support/Nara/workspace", workspace("Mac OS X", Map.of()));
        assertEquals("/local/Nara/workspace", workspace("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    }
}
