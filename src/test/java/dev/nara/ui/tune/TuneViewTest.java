package dev.nara.ui.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The made-up study of 41 trials, or of 98 at its end, on the workspace without its charts. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class TuneViewTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final TuneModel model = new TuneModel();
    private final AskedFor asked = new AskedFor();
    private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    @SuppressWarnings("NullAway.Init")
    private Texts texts;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void open(Stage stage) {
        Theme.loadFonts();
        texts = new Texts(Locale.ENGLISH);
        TuneView view = new TuneView(
                model,
                texts,
                theme,
                asked,
                new StackPane(),
                Clock.fixed(Instant.parse("2026-11-29T14:24:10Z"), ZoneOffset.UTC));
        scene = new Scene(view.root(), 1232, 702);
        theme.get().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(StudySnapshot study) {
        OnFx.run(() -> {
            model.partProperty().set("neumf");
            model.parametersProperty().set(18);
            model.fixed().setAll(new TuneModel.Fixed("dropout", "0"));
            model.secondsProperty().set(study.seconds());
            model.snapshotProperty().set(study);
            model.selected().setAll(34, 31);
        });
    }

    private void picture(String name) throws Exception {
        OnFx.run(() -> scene.getRoot().layout());
        BufferedImage image = OnFx.get(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Files.createDirectories(PICTURES);
        ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
    }

    @Test
    void looksAsItShould() throws Exception {
        show(TuneSnapshots.running(41));
        picture("tune-frame-en");
        OnFx.run(() -> {
            theme.set(Theme.DARK);
            Theme.DARK.apply(scene);
            texts.localeProperty().set(Locale.KOREAN);
        });
        picture("tune-frame-ko");
        assertEquals(41, model.trials().size());
    }
}
