package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Settings read(String json) throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, json);
        return new SettingsFile(file).read();
    }

    @Test
    void settingsSurviveTheirFile() {
        Path file = folder.resolve("deep/settings.json");
        assertEquals(Settings.defaults(), new SettingsFile(file).read());
        Settings chosen = new Settings(
                new UserPreferences(
                        "ko", "contrast", "off", 150, "/runs", "NDCG@10", "vector", "/torch", true, true, true, true),
                List.of(new OpenedData("/data", "data", 600, "2022-04-30")),
                new WindowPlace(10, 20, 1400, 900, true, 218),
                List.of(new OwnPreset("neumf", "mine", Map.of("gmf", "8"))),
                new LeftAt(
                        "/data",
                        "child",
                        12,
                        "kid7",
                        "nara train --epochs 3",
                        Map.of("gmf_dimension", "8|16"),
                        List.of("start"),
                        Map.of("runs.filter", "star")));
        new SettingsFile(file).write(chosen);
        assertEquals(chosen, new SettingsFile(file).read());
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        assertEquals(Settings.defaults(), read("no json"));
        assertEquals(Settings.defaults(), read("[]"));
        assertEquals(Settings.defaults(), read("{\"window\": 3}"));
    }

    @Test
    void aDamagedFileIsKeptBesideItsPlace() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"presets\": [{\"name\": \"mine\"");
        SettingsFile settings = new SettingsFile(file);
        new SettingsFile(file).glance();
        assertTrue(Files.exists(file), "others that look leave it to the window");
        settings.read();
        Path aside = folder.resolve("damaged-settings.json");
        assertEquals(aside, settings.setAside());
        assertEquals("{\"presets\": [{\"name\": \"mine\"", Files.readString(aside));
        settings.write(Settings.defaults());
        assertEquals(Settings.defaults(), new SettingsFile(file).read());
        assertTrue(Files.exists(aside));
    }

    /** Presets decide what is trained. */
    @Test
    void noCharacterCanBeChangedUnseen() throws IOException {
        Path file = folder.resolve("settings.json");
        Settings mine = new Settings(
                UserPreferences.USUAL,
                List.of(),
                WindowPlace.NONE,
                List.of(new OwnPreset("neumf", "mine", Map.of("gmf", "8"))),
                LeftAt.NOWHERE);
        new SettingsFile(file).write(mine);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x81;
            Files.write(file, changed);
            SettingsFile settings = new SettingsFile(file);
            Settings read = settings.read();
            Path aside = settings.setAside();
            if (aside == null) {
                assertEquals(mine, read, "byte " + at);
            } else {
                assertEquals(Settings.defaults(), read, "byte " + at);
                assertArrayEquals(changed, Files.readAllBytes(aside));
                Files.delete(aside);
            }
        }
    }

    @Test
    void whatNobodyCanReadIsNamed() throws IOException {
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        settings.write(Settings.defaults());
        assertEquals(List.of(), settings.unreadable());
        String text = Files.readString(settings.path());
        Files.writeString(settings.path(), text.replace("\"child\": \"\"", "\"child\": \"mina\""));
        assertNotEquals(text, Files.readString(settings.path()));
        assertEquals(List.of(settings.path()), settings.unreadable(), "its sum is wrong");
        settings.read();
        assertEquals(List.of(folder.resolve("damaged-settings.json")), settings.unreadable());
    }

    @Test
    void whatAnotherVersionLacksOrAddsIsNoProblem() throws IOException {
        Settings read = read("{\"preferences\": {\"percent\": 999, \"voice\": \"loud\"}, \"window\": {\"width\": -3}}");
        assertEquals(200, read.preferences().percent());
        assertEquals("", read.preferences().theme());
        assertEquals(WindowPlace.NONE, read.window());
        assertEquals(LeftAt.NOWHERE, read.left());
    }

    @Test
    void settingsOfTheFirstVersionAreTakenOver() throws IOException {
        Settings read = read("{\"language\": \"ko\", \"dark\": true, \"recent\": [\"/data/films\"], \"width\": 1400,"
                + " \"height\": 900, \"presets\": [], \"details\": \"true\", \"dividers\": [0.2]}");
        assertEquals("ko", read.preferences().language());
        assertEquals("dark", read.preferences().theme());
        assertEquals(100, read.preferences().percent());
        assertEquals(List.of(new OpenedData("/data/films", "films", 0, "")), read.recent());
        assertEquals(new WindowPlace(0, 0, 1400, 900, false, 0), read.window());
    }
}
