package dev.nara.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final String USER = "/home/mina";

    private static String workspace(String system, Map<String, String> environment) throws DataException {
        return Home.of(environment, system, USER).workspace().toString();
    }

    @Test
    void naraHomeGoesBeforeThePlatformsPlace() throws DataException {
        assertEquals("/data/nara/workspace", workspace("Linux", Map.of("NARA_HOME", "/data/nara")));
        assertEquals("/home/mina/.local/share/nara/workspace", workspace("Linux", Map.of()));
        assertEquals("/xdg/nara/workspace", workspace("Linux", Map.of("XDG_DATA_HOME", "/xdg")));
        assertEquals("/home/mina/Library/Application Support/Nara/workspace", workspace("Mac OS X", Map.of()));
        assertEquals("/local/Nara/workspace", workspace("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    }

    /** Java says "?" of a user without a home folder and an entry: no folder of that name is made. */
    @Test
    void aUserWithoutAHomeIsAskedToNameAFolder() throws DataException {
        DataException unknown = assertThrows(DataException.class, () -> Home.of(Map.of(), "Linux", "?"));
        assertEquals(
                "The user has no home folder. Set NARA_HOME to a folder where the program can keep its files.",
                unknown.getMessage());
        assertEquals(
                "/data/workspace",
                Home.of(Map.of("NARA_HOME", "/data"), "Linux", "?").workspace().toString());
        assertEquals(
                "/xdg/nara/workspace",
                Home.of(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", "?")
                        .workspace()
                        .toString());
    }
}
