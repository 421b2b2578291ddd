package dev.nara.ui.shell;

import dev.nara.text.Neutral;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.io.InputStream;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's title, which names the open data, and its icons. */
final class WindowTitle {
    private WindowTitle() {}

    static void on(Stage stage, Session session, Texts texts) {
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> title(session.openedProperty().get(), texts),
                        session.openedProperty(),
                        texts.localeProperty()));
        for (String size : List.of("16", "32", "48", "128", "256")) {
            @Nullable InputStream in = WindowTitle.class.getResourceAsStream("/assets/icons/nara-" + size + ".png");
            if (in != null) {
                stage.getIcons().add(new Image(in));
            }
        }
    }

    private static String title(Session.@Nullable Opened opened, Texts texts) {
        String program = texts.get("app.title");
        return opened == null ? program : Neutral.of(opened.dataset().name()) + " – " + program;
    }
}
