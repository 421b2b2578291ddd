package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemLookTest {
    private static SystemLook asked(String system, Map<String, String> answers) {
        return SystemLook.of(system, command -> answers.getOrDefault(command.get(command.size() - 1), ""));
    }

    @Test
    void theDesktopSaysHowProgramsAreToLook() {
        assertEquals(
                new SystemLook(true, true),
                asked("Linux", Map.of("color-scheme", "'prefer-dark'\n", "enable-animations", "false\n")));
        assertEquals(
                new SystemLook(false, false),
                asked("Linux", Map.of("color-scheme", "'default'\n", "enable-animations", "true\n")));
        assertEquals(
                new SystemLook(true, true),
                asked("Mac OS X", Map.of("AppleInterfaceStyle", "Dark\n", "reduceMotion", "1\n")));
        assertEquals(
                new SystemLook(true, false),
                asked(
                        "Windows 11",
                        Map.of(
                                "AppsUseLightTheme",
                                "\r\nHKEY_CURRENT_USER\\X\r\n    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n",
                                "MinAnimate",
                                "    MinAnimate    REG_SZ    1\r\n")));
    }

    @Test
    void aSystemThatSaysNothingIsLightAndMoves() {
        assertEquals(SystemLook.UNKNOWN, asked("Linux", Map.of()));
        assertEquals(SystemLook.UNKNOWN, asked("Mac OS X", Map.of()));
        assertEquals(SystemLook.UNKNOWN, asked("Windows 11", Map.of()));
    }
}
