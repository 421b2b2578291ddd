package dev.nara.ui.database;

import dev.nara.data.DataException;
import dev.nara.data.read.database.FirstRows;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.snapshot.SourceQuery;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the database sheet. Only its text fields, except for the password, are kept after the sheet is closed. */
final class ConnectionModel {
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty asked = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable SourceQuery> again = new SimpleObjectProperty<>();
    private final StringProperty doing = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty said = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable FirstRows> rows = new SimpleObjectProperty<>();
    private final ObservableList<String> tables = FXCollections.observableArrayList();
    private final ObservableList<SourceQuery> earlier = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SnapshotOpening> opening = new SimpleObjectProperty<>();

    StringProperty addressProperty() {
        return address;
    }

    StringProperty userProperty() {
        return user;
    }

    /** Kept only while the sheet is open. */
    StringProperty passwordProperty() {
        return password;
    }

    /** A query, or the name of a table. */
    StringProperty askedProperty() {
        return asked;
    }

    /** The query of the open data if it is being repeated and must not be edited; null if the user enters a query. */
    ObjectProperty<@Nullable SourceQuery> againProperty() {
        return again;
    }

    /** The current activity as text; "" for none. */
    StringProperty doingProperty() {
        return doing;
    }

    /** The last problem, "" for none. */
    StringProperty problemProperty() {
        return problem;
    }

    /** The result of the last request as text. */
    StringProperty saidProperty() {
        return said;
    }

    /** The first rows of the answer, null if unknown. */
    ObjectProperty<@Nullable FirstRows> rowsProperty() {
        return rows;
    }

    /** The tables of the database, if no query was given. */
    ObservableList<String> tables() {
        return tables;
    }

    /** The queries of earlier snapshots, the latest first. */
    ObservableList<SourceQuery> earlier() {
        return earlier;
    }

    /** The new snapshot while the user reads how it differs; null for none. */
    ObjectProperty<@Nullable SnapshotOpening> openingProperty() {
        return opening;
    }

    /** Whether a request is under way. */
    BooleanBinding busy() {
        return doing.isNotEmpty();
    }

    /** The query of the fields. */
    SourceQuery query() throws DataException {
        SourceQuery same = again.get();
        return same == null
                ? SourceQuery.typed(address.get(), asked.get(), user.get())
                : same.by(user.get().strip());
    }

    /** The login of the fields; does not ask for a missing password. */
    Login login() {
        String typed = password.get();
        return new Login(user.get().strip(), typed.isEmpty() ? null : typed, () -> null);
    }

    /** Discards the answer, because the fields have changed. */
    void forgetAnswer() {
        rows.set(null);
        tables.clear();
        problem.set("");
        said.set("");
        opening.set(null);
    }

    void fill(SourceQuery query) {
        address.set(query.source());
        user.set(query.user());
        asked.set(query.sql());
    }
}
