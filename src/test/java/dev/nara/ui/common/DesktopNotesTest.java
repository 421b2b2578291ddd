package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopNotesTest {
    private static final String TITLE = "Search 3'; $(reboot)";
    private static final String MESSAGE = "--urgency=critical & \"done\"";

    private final List<List<String>> started = new ArrayList<>();
    private final List<Map<String, String>> environments = new ArrayList<>();

    private List<String> command(String system) {
        started.clear();
        new DesktopNotes(system, (command, environment) -> {
                    started.add(command);
                    environments.add(environment);
                })
                .show(TITLE, MESSAGE);
        return started.get(0);
    }

    @Test
    void bothTextsAreArgumentsOfTheirOwn() {
        assertEquals(List.of("notify-send", "--app-name=Nara Workbench", "--", TITLE, MESSAGE), command("Linux"));
        List<String> mac = command("Mac OS X");
        assertEquals(List.of("osascript", "-e", "on run argv"), mac.subList(0, 3));
        assertEquals(List.of(TITLE, MESSAGE), mac.subList(mac.size() - 2, mac.size()));
    }

    @Test
    void onWindowsTheyStandInTheEnvironmentAndInNoCommand() {
        List<String> windows = command("Windows 11");
        assertEquals("powershell", windows.get(0));
        assertTrue(windows.stream().noneMatch(word -> word.contains("reboot") || word.contains("critical")));
        assertTrue(windows.get(windows.size() - 1).contains("$env:NARA_NOTE_TITLE"));
        assertEquals(Map.of("NARA_NOTE_TITLE", TITLE, "NARA_NOTE_MESSAGE", MESSAGE), environments.get(0));
    }

    @Test
    void aDesktopWithoutThemIsAskedOnce() {
        DesktopNotes notes = new DesktopNotes("Linux", (command, environment) -> {
            started.add(command);
            throw new IOException("no such program");
        });
        notes.show(TITLE, MESSAGE);
        notes.show(TITLE, MESSAGE);
        assertEquals(1, started.size());
        assertFalse(started.get(0).isEmpty());
    }
}
