package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.text.Text;
import org.junit.jupiter.api.Test;

/** The messages are those that JavaFX 21 was seen to give on machines without the things they name. */
class WindowStartTest {
    @Test
    void noGtk() {
        String message = "java.lang.UnsupportedOperationException: Unable to load glass GTK library. null";
        assertEquals(Text.of("start.gtk"), WindowStart.translate(message, ""));
    }

    @Test
    void noDisplay() {
        String message = "java.lang.UnsupportedOperationException: Unable to open DISPLAY null";
        assertEquals("start.display", WindowStart.translate(message, "").key());
    }

    @Test
    void aMissingLibraryIsNamed() {
        String said =
                "Loading library glassgtk3 from resource failed: java.lang.UnsatisfiedLinkError: /tmp/x/libglassgtk3.so:"
                        + " libXtst.so.6: cannot open shared object file: No such file or directory";
        String message =
                "java.lang.RuntimeException: java.lang.UnsatisfiedLinkError: no glassgtk3 in java.library.path";
        assertEquals(Text.of("start.library", "libXtst.so.6"), WindowStart.translate(message, said));
    }

    @Test
    void anythingElseIsShownAsItIs() {
        assertEquals(Text.of("start.other", "boom"), WindowStart.translate("boom", ""));
    }
}
