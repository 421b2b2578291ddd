package dev.nara.fonts;

import com.sun.javafx.font.PrismFontFactory;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives JavaFX on Linux our own fonts, read in Java, before the first test: windows can then be tested on machines
 * without FreeType, Pango or fonts, and look the same on all others.
 */
public final class TestFonts implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!System.getProperty("os.name").equals("Linux") || !offScreen()) {
            return;
        }
        try {
            System.setProperty("prism.fontdir", folder().toString());
            System.setProperty("prism.useFontConfig", "false");
            System.setProperty("prism.lcdtext", "false");
            install(new OutlineFontFactory());
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException("JavaFX does not take our fonts", e);
        }
    }

    /**
     * Whether windows are drawn without a display, as in tests. They are not in Maven's own process, which only lists them, once for each
     * lane and with a class loader of its own, and may load JavaFX's library only once.
     */
    private static boolean offScreen() {
        return "Monocle".equals(System.getProperty("glass.platform"));
    }

    /** Where logicalfonts.properties lies. */
    private static Path folder() throws URISyntaxException {
        return Path.of(TestFonts.class.getResource("logicalfonts.properties").toURI())
                .getParent();
    }

    /** JavaFX chooses its factory by the name of the system and has no setting for another. */
    private static void install(PrismFontFactory factory) throws ReflectiveOperationException {
        Field chosen = PrismFontFactory.class.getDeclaredField("theFontFactory");
        chosen.setAccessible(true);
        if (chosen.get(null) != null) {
            throw new IllegalStateException("JavaFX has already chosen its fonts");
        }
        chosen.set(null, factory);
    }
}
