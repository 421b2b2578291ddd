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
 * What stands where nothing is shown, and why: there is nothing yet, it is being read, a filter hides it, or it failed. Each says
 * so in a sentence and offers the next step as a button. A reason is shown at once; of reading that takes under half a second
 * {@link #loadingSoon} says nothing at all.
 */
public final class Placeholder extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /** Reading that takes less is not spoken of. */
    private static final Duration PATIENCE = Duration.millis(500);

    private final Texts texts;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** The next step: what its button says and does. */
    public record Step(Text name, Runnable act) {}

    /** Says nothing at first. */
    public Placeholder(Texts texts) {
        this.texts = texts;
        getStyleClass().add("placeholder");
    }

    /** There is nothing yet. */
    public Placeholder empty(Text why, @Nullable Step next) {
        return say(why, next, Feather.INBOX, false);
    }

    /** It is being read or computed; {@code stop} ends that. */
    public Placeholder loading(Text what, @Nullable Step stop) {
        say(what, stop, Feather.LOADER, false);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(22, 22);
        getChildren().set(0, turning);
        return this;
    }

    /** The same once it has taken half a second, and nothing until then. */
    public Placeholder loadingSoon(Text what) {
        getChildren().clear();
        patience.setOnFinished(e -> loading(what, null));
        patience.playFromStart();
        return this;
    }

    /** There is something, and a filter hides it; the step takes the filter away. */
    public Placeholder filtered(Text why, Step clear) {
        return say(why, clear, Feather.FILTER, false);
    }

    /** It could not be read or computed; the step is the remedy. */
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
