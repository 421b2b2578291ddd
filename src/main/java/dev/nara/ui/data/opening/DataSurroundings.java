package dev.nara.ui.data.opening;

import dev.nara.data.ColumnRole;
import dev.nara.data.read.SecondTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The services of the window for the Data workspace, such as choosing files and showing messages. */
public interface DataSurroundings {
    /** Lets the user choose a folder to open. */
    void choose();

    /** Asks the user for the columns of an unknown file. */
    void identify(Path path);

    /** Asks how a table describes the open data; IGNORE if it is a dataset of its own, empty if the user cancels. */
    default Optional<ColumnRole> described(Path path, List<SecondTable> choices) {
        return Optional.of(ColumnRole.IGNORE);
    }

    /** Runs the query behind the open data again. */
    default void refresh() {}

    /** Whether the open data are the result of a query. */
    default ReadOnlyBooleanProperty refreshableProperty() {
        return new SimpleBooleanProperty();
    }

    /** Goes to training on the open data. */
    void train();

    /** Shows the file in its folder. */
    void show(Path path);

    /** Asks for a file to write, with a proposed name. */
    Optional<Path> save(String name);

    /** The same with a title. */
    default Optional<Path> save(String title, String name) {
        return save(name);
    }

    /** Asks for a folder to write into. */
    Optional<Path> folder();

    /** Shows an error. */
    void failed(Throwable error);

    /** Shows what was done. */
    void say(String text);
}
