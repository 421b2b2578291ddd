package dev.nara.ui.common;

import dev.nara.text.Text;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says why a place is empty: there is no content yet, it is being read, a filter hides it, or it failed; and offers the next step as a
 * button. {@link #loadingSoon} appears only after half a second, the others at once.
 */
public final class Placeholder extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /** Reading that takes less than this is not mentioned. */
    private static final Duration PATIENCE = Duration.millis(500);

    private final Texts texts;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** The next step: a button's text and action. */
    public record Step(Text name, Runnable act) {}

    /** Empty at first. */
    public Placeholder(Texts texts) {
        this.texts = texts;
        getStyleClass().add("placeholder");
    }

    /** There is no content yet. */
    public Placeholder empty(Text why, @Nullable Step next) {
        return say(why, next, Feather.INBOX, false);
    }

    /** Content is being read or computed; {@code stop} cancels that. */
    public Placeholder loading(Text what, @Nullable Step stop) {
        say(what, stop, Feather.LOADER, false);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(22, 22);
        getChildren().set(0, turning);
        return this;
    }

    /** The same, but shown only after half a second. */
    public Placeholder loadingSoon(Text what) {
        getChildren().clear();
        patience.setOnFinished(e -> loading(what, null));
        patience.playFromStart();
        return this;
    }

    /** A filter hides the content; the step clears the filter. */
    public Placeholder filtered(Text why, Step clear) {
        return say(why, clear, Feather.FILTER, false);
    }

    /** Reading or computing failed; the step is a remedy. */
    public Placeholder failed(Text why, @Nullable Step remedy) {
        return say(why, remedy, Feather.ALERT_CIRCLE, true);
    }

    private Placeholder say(Text why, @Nullable Step next, Feather sign, boolean failed) {
        patience.stop();
        pseudoClassStateChanged(FAILED, failed);
        Label words = Labels.wrapped(following(why));
        words.setMaxWidth(420);
        getChildren().setAll(Icons.of(sign), words);
        if (next != null) {
            Button button = new Button();
            button.textProperty().bind(following(next.name()));
            button.setOnAction(e -> next.act().run());
            getChildren().add(button);
        }
        return this;
    }

    private StringBinding following(Text text) {
        return Bindings.createStringBinding(() -> texts.of(text), texts.localeProperty());
    }
}
