package dev.nara.ui.common;

import dev.nara.data.Pseudonyms;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Presentation mode: while it is on, users' ids and what describes them stand on screen as pseudonyms. */
public final class Pseudonymiser {
    private final Pseudonyms pseudonyms;
    private final BooleanProperty on = new SimpleBooleanProperty();

    /** Off at first. */
    public Pseudonymiser(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Whether pseudonyms are shown. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** A user's id, or what stands for it. */
    public String user(String id) {
        return on.get() ? pseudonyms.user(id) : id;
    }

    /** A user's value in a column, or what stands for it. */
    public String value(String column, String value) {
        return on.get() && !value.isEmpty() ? pseudonyms.value(column, value) : value;
    }
}
