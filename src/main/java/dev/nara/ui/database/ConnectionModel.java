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

/** What the sheet of a database shows. Only its text fields outlive the sheet, and of these not the password. */
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

    /** Kept while the sheet is open only. */
    StringProperty passwordProperty() {
        return password;
    }

    /** A query, or the name of a table. */
    StringProperty askedProperty() {
        return asked;
    }

    /** The query of the open data, which is asked again and cannot be another; null where people say what is asked. */
    ObjectProperty<@Nullable SourceQuery> againProperty() {
        return again;
    }

    /** What is being done, in words; "" for nothing. */
    StringProperty doingProperty() {
        return doing;
    }

    /** What went wrong last, "" for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** What came of it, in words. */
    StringProperty saidProperty() {
        return said;
    }

    /** The first rows of the answer, null while they are not known. */
    ObjectProperty<@Nullable FirstRows> rowsProperty() {
        return rows;
    }

    /** The tables of the database, while nothing is asked of it. */
    ObservableList<String> tables() {
        return tables;
    }

    /** Queries of earlier snapshots, the latest first. */
    ObservableList<SourceQuery> earlier() {
        return earlier;
    }

    /** The snapshot that was taken and waits for people to have read what changed; null for none. */
    ObjectProperty<@Nullable SnapshotOpening> openingProperty() {
        return opening;
    }

    /** Whether a question is under way. */
    BooleanBinding busy() {
        return doing.isNotEmpty();
    }

    /** As the fields say. */
    SourceQuery query() throws DataException {
        SourceQuery same = again.get();
        return same == null
                ? SourceQuery.typed(address.get(), asked.get(), user.get())
                : same.by(user.get().strip());
    }

    /** As the fields say; nobody is asked for what is missing. */
    Login login() {
        String typed = password.get();
        return new Login(user.get().strip(), typed.isEmpty() ? null : typed, () -> null);
    }

    /** What was found of other fields is not of these. */
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
