package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.ui.OnFx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An error that arrives while a question is open keeps nobody from the question's answer. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class DialogsTest {
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Dialogs dialogs;

    @Start
    void open(Stage shown) {
        stage = shown;
        shown.setScene(new Scene(new Label("the window"), 600, 400));
        shown.show();
        dialogs = new Dialogs(shown, new Texts(Locale.ENGLISH));
    }

    private static long windows() {
        return OnFx.get(() -> (long) Window.getWindows().size());
    }

    @Test
    void anErrorWaitsForTheAnswer() {
        List<Boolean> answers = new ArrayList<>();
        OnFx.begin(() -> answers.add(dialogs.confirm("Closing", "Close the window?", "Close it")));
        OnFx.await("it asks", () -> OnFx.present("Close it"));
        OnFx.run(() -> dialogs.error(new IllegalStateException("the disk is full")));
        assertEquals(2, windows(), "the question alone is over the window");
        OnFx.run(OnFx.button("Close it")::fire);
        OnFx.await("the asker has the answer", () -> answers.equals(List.of(true)));
        OnFx.await("the error is shown now", () -> OnFx.present("Copy"));
        OnFx.run(OnFx.button("Close")::fire);
        OnFx.await("nothing is open any more", () -> windows() == 1);
    }

    @Test
    void withoutAWindowNothingIsAsked() {
        OnFx.run(stage::hide);
        OnFx.run(() -> dialogs.error(new IllegalStateException("a run failed in the background")));
        assertFalse(OnFx.present("Copy"));
        assertEquals(0, windows());
    }
}
