package dev.nara.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.nara.chart.Palette;
import dev.nara.ui.common.style.SheetClasses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The themes: common style sheets, one for each screen, with a palette of named colours. */
public enum Theme {
    /** Dark on light. */
    LIGHT("light"),
    /** Light on dark. */
    DARK("dark"),
    /** White on black, with all lines visible. */
    CONTRAST("contrast");

    private static final String FOLDER = "/assets/css/";
    private static final List<String> SHEETS =
            List.of("nara", "shell", "runs", "train", "tune", "compare", "child", "data", "export", "help");

    private final String palette;

    Theme(String palette) {
        this.palette = palette;
    }

    /** Loads the bundled fonts; to be called once before the first scene. */
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

    /** Applies the theme to the scene and to pop-ups. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.concat(SHEETS.stream(), Stream.of(palette))
                        .map(Theme::sheet)
                        .toList());
        SheetClasses.unwrap(scene);
    }

    private static String sheet(String name) {
        URL sheet = Theme.class.getResource(FOLDER + name + ".css");
        if (sheet == null) {
            throw new IllegalStateException(name);
        }
        return sheet.toExternalForm();
    }

    /** The colours of charts. */
    public Palette palette() {
        return switch (this) {
            case LIGHT -> Palette.light();
            case DARK -> Palette.dark();
            case CONTRAST -> Palette.contrast();
        };
    }
}
