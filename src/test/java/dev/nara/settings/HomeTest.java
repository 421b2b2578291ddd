package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void settingsSurviveTheirFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/settings.json");
        assertEquals(Settings.defaults(), new SettingsFile(file).read());
        Settings chosen = new Settings(
                "ko",
                true,
                List.of("/data"),
                1400,
                900,
                List.of(new OwnPreset("neumf", "mine", Map.of("gmf", "8"))),
                List.of(0.2, 0.8));
        new SettingsFile(file).write(chosen);
        assertEquals(chosen, new SettingsFile(file).read());
        Files.writeString(file, "{\"width\": -3}");
        assertEquals(Settings.defaults(), new SettingsFile(file).read(), "a damaged file counts as none");
        Files.writeString(file, "no json");
        assertEquals(Settings.defaults(), new SettingsFile(file).read());
    }
}
