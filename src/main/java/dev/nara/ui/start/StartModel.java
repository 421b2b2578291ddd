package dev.nara.ui.start;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the start screen shows, and what happens on it. Touched on the JavaFX thread only. */
public final class StartModel {
    /** A card of the screen. */
    public enum Card {
        OPEN,
        SAMPLE,
        CONTINUE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ObjectProperty<StartFacts> facts = new SimpleObjectProperty<>(StartFacts.NONE);
    private final StringProperty reading = new SimpleStringProperty("");
    private final ObjectProperty<Card> asked = new SimpleObjectProperty<>(Card.OPEN);
    private final DoubleProperty share = new SimpleDoubleProperty(-1);
    private final StringProperty timeLeft = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final BooleanProperty hovering = new SimpleBooleanProperty();

    /** What was opened and trained before. */
    public ObjectProperty<StartFacts> factsProperty() {
        return facts;
    }

    /** The name of the data that is being read, "" for none. */
    public StringProperty readingProperty() {
        return reading;
    }

    /** The card by which what is being read, or could not be, was asked for. */
    public ObjectProperty<Card> askedProperty() {
        return asked;
    }

    /** How much of it is read, 0 … 1; -1 where that is not known. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** In words, "" where it is not known. */
    public StringProperty timeLeftProperty() {
        return timeLeft;
    }

    /** Why what was to be opened last could not be, "" where it could. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Whether something that can be dropped is held over the window. */
    public BooleanProperty hoveringProperty() {
        return hovering;
    }
}
