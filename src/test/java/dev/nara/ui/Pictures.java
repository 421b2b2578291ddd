package dev.nara.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of what tests show, in target/pictures, for people to look at; made only where {@code -Dnara.pictures=true} asks for them. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final boolean ASKED = Boolean.getBoolean("nara.pictures");

    private Pictures() {}

    /** Of all that a scene shows, where pictures are asked for. */
    public static void keep(String name, Scene scene) throws IOException {
        if (ASKED) {
            write(name, scene);
        }
    }

    /** Of all that a scene shows, in any case. */
    static void write(String name, Scene scene) throws IOException {
        BufferedImage image = OnFx.get(() -> {
            scene.getRoot().layout();
            return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        });
        Files.createDirectories(FOLDER);
        ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
    }
}
