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

/** The state of the start screen. Only for the JavaFX thread. */
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

    /** The recent data and the last run. */
    public ObjectProperty<StartFacts> factsProperty() {
        return facts;
    }

    /** The name of the data being read, "" for none. */
    public StringProperty readingProperty() {
        return reading;
    }

    /** The card from which the last reading was started. */
    public ObjectProperty<Card> askedProperty() {
        return asked;
    }

    /** The share that has been read, 0 … 1; -1 if it is unknown. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** The time left as text, "" if it is unknown. */
    public StringProperty timeLeftProperty() {
        return timeLeft;
    }

    /** Why the last data could not be opened, "" if they could. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Whether files are being dragged over the window. */
    public BooleanProperty hoveringProperty() {
        return hovering;
    }
}
