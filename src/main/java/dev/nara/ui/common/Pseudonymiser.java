package dev.nara.ui.common;

import dev.nara.data.Dataset;
import dev.nara.data.Pseudonyms;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Presentation mode: while it is on, the ids and attributes of users are shown as pseudonyms. */
public final class Pseudonymiser {
    private final Pseudonyms pseudonyms;
    private final Texts texts;
    private final Session session;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private @Nullable Dataset named;
    private Map<String, Pseudonyms.Name> names = Map.of();

    /** Off at first; in the language of {@code texts}, each user of the session's data has a name of its own. */
    public Pseudonymiser(Pseudonyms pseudonyms, Texts texts, Session session) {
        this.pseudonyms = pseudonyms;
        this.texts = texts;
        this.session = session;
    }

    /** Whether pseudonyms are shown. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** A user's id, or its friendly pseudonym. */
    public String user(String id) {
        if (!on.get()) {
            return id;
        }
        Pseudonyms.Name known = names().get(id);
        Pseudonyms.Name name = known == null ? pseudonyms.stranger(id) : known;
        String[] animals = texts.get("present.animals").split(",", -1);
        return animals[name.animal() % animals.length].strip() + " " + name.number();
    }

    private synchronized Map<String, Pseudonyms.Name> names() {
        Session.Opened opened = session.openedProperty().get();
        if (opened != null && !opened.dataset().equals(named)) {
            named = opened.dataset();
            names = pseudonyms.names(opened.dataset().users());
        }
        return names;
    }

    /** A user's value in a column, or its pseudonym. */
    public String value(String column, String value) {
        return on.get() && !value.isEmpty() ? pseudonyms.value(column, value) : value;
    }
}
