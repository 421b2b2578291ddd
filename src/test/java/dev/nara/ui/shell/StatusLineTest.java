package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.ui.common.LiveRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    @Test
    void aSpeedHasTwoDigits() {
        assertEquals("2.8 k", StatusLine.perSecond(2_812, false).in(Locale.ENGLISH));
        assertEquals("530 k", StatusLine.perSecond(533_000, false).in(Locale.ENGLISH));
        assertEquals("1.5 M", StatusLine.perSecond(1_480_000, false).in(Locale.ENGLISH));
        assertEquals("2.8천", StatusLine.perSecond(2_812, true).in(Locale.KOREAN));
        assertEquals("53만", StatusLine.perSecond(533_000, true).in(Locale.KOREAN));
        assertEquals("150만", StatusLine.perSecond(1_480_000, true).in(Locale.KOREAN));
    }

    @Test
    void theEngineIsThatOfWhatTrains() {
        LiveRun other =
                LiveRun.NONE.on("mxnet").withSpeed(1000).at(.5, 2, 10, .2).asked("stop");
        assertEquals(List.of("vector"), StatusLine.engines(List.of(), "vector"), "of the run on the form");
        assertEquals(List.of("mxnet"), StatusLine.engines(List.of(other), "vector"));
        assertEquals(
                List.of("mxnet", "vector"),
                StatusLine.engines(List.of(LiveRun.NONE.on("vector"), other, other), "vector"));
        assertEquals(List.of(), StatusLine.engines(List.of(LiveRun.NONE), "vector"), "of a baseline");
        assertEquals(List.of(), StatusLine.engines(List.of(), ""));
    }

    @Test
    void aFolderWhoseNameSaysNothingIsNamedWithTheOneAroundIt() {
        assertEquals("films", StatusLine.name(Path.of("/data/films")));
        assertEquals("nara/workspace", StatusLine.name(Path.of("/share/nara/workspace")));
        assertEquals("workspace", StatusLine.name(Path.of("/workspace")));
    }
}
