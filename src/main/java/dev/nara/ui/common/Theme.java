package dev.nara.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.nara.chart.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The looks: one structural style sheet over a palette of named colours. */
public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    private static final String STYLE = "/assets/css/nara.css";

    /** Loads the program's font; call once before the first scene. */
    public static void loadFonts() {
        for (String weight : new String[] {"Regular", "Bold"}) {
            try (InputStream in = Theme.class.getResourceAsStream("/assets/fonts/Pretendard-" + weight + ".ttf")) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("the font cannot be loaded: " + weight);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Gives the scene, and every pop-up, these looks. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        URL style = Theme.class.getResource(STYLE);
        if (style == null) {
            throw new IllegalStateException(STYLE);
        }
        if (!scene.getStylesheets().contains(style.toExternalForm())) {
            scene.getStylesheets().add(style.toExternalForm());
        }
    }

    /** The colours of charts. */
    public Palette palette() {
        return this == DARK ? Palette.dark() : Palette.light();
    }
}
