package dev.nara.ui.data.opening;

import dev.nara.data.ColumnRole;
import dev.nara.data.read.SecondTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What the Data workspace asks of the window: to choose a path, a file to write, to show an error or a message. */
public interface DataSurroundings {
    /** Lets people choose a folder to open. */
    void choose();

    /** Lets people say what an unknown file is. */
    void identify(Path path);

    /** Asks what a table describes of the data that is open; IGNORE for data of its own, empty where people want nothing of it. */
    default Optional<ColumnRole> described(Path path, List<SecondTable> choices) {
        return Optional.of(ColumnRole.IGNORE);
    }

    /** Asks the query again whose answer is open. */
    default void refresh() {}

    /** Whether the open data is the answer of a query. */
    default ReadOnlyBooleanProperty refreshableProperty() {
        return new SimpleBooleanProperty();
    }

    /** Trains on what is open. */
    void train();

    /** Shows where the file lies. */
    void show(Path path);

    /** A file to write, with a proposed name. */
    Optional<Path> save(String name);

    /** The same for what a title names. */
    default Optional<Path> save(String title, String name) {
        return save(name);
    }

    /** A folder to write into. */
    Optional<Path> folder();

    /** Shows what went wrong. */
    void failed(Throwable error);

    /** Says what was done. */
    void say(String text);
}
