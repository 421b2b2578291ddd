package dev.nara.ui.common;

import dev.nara.algorithm.Recommender;
import dev.nara.analysis.RunNames;
import dev.nara.data.DataInUse;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Profile;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The shared state of all workspaces: the open dataset, and the model on screen. Only for the JavaFX thread. */
public final class Session {
    private final ObjectProperty<@Nullable Opened> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Model> model = new SimpleObjectProperty<>();

    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
    /** The names of the data being read, by reader. */
    private final Map<Object, String> readers = new LinkedHashMap<>();

    private final ObjectProperty<Map<String, String>> chosenSplit = new SimpleObjectProperty<>(Map.of());
    private final StringProperty cluster = new SimpleStringProperty("");
    private final ChartedRuns charted = new ChartedRuns();
    private final ObjectProperty<RunNames> names = new SimpleObjectProperty<>(RunNames.NONE);

    /** Nothing is open yet; from now on a change on another thread is an error. */
    public Session() {
        opened.addListener((o, was, is) -> {
            onlyHere();
            if (is != null) {
                DataInUse.retain(is.files());
            }
        });
        model.addListener((o, was, is) -> onlyHere());
    }

    private static void onlyHere() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "touched on " + Thread.currentThread().getName());
        }
    }

    /** A dataset with its profile, and the findings on the quality of its rows. */
    public record Opened(Prepared prepared, Profile profile, List<Finding> quality) {
        /** Reads all rows; not on the JavaFX thread. */
        public static Opened of(Prepared prepared) {
            // Computes the fingerprint here, because it is cached.
            prepared.dataset().fingerprint();
            return new Opened(prepared, new Profile(prepared.dataset()), Quality.of(prepared));
        }

        /** The same rows with another preparation. */
        public Opened with(Prepared other) {
            return new Opened(other, new Profile(other.dataset()), quality);
        }

        /** Whether a run was trained on these data with the same preparation. */
        public boolean isOf(RunSpec run) {
            return dataset().has(run.fingerprint()) && prepared.recipe().equals(run.recipe());
        }

        /** Where its files are: the file or folder itself, and the tables that are joined to it. */
        private List<Path> files() {
            Path path = dataset().path();
            Path parent = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
            // A pattern of files is no file.
            Path place = Files.exists(path) ? path : parent;
            Path folder = Files.isDirectory(path) ? path : parent;
            return Stream.concat(
                            Stream.of(place),
                            Stream.of(
                                            prepared.recipe().items(),
                                            prepared.recipe().users())
                                    .filter(Objects::nonNull)
                                    .map(joined -> folder.resolve(joined.file())))
                    .toList();
        }

        /** The dataset that is trained on. */
        public Dataset dataset() {
            return prepared.dataset();
        }
    }

    /** A model as of an epoch of a run. */
    public record Model(long run, int epoch, PreparedRun preparedRun, Recommender recommender) {}

    /** The open dataset, null at first. */
    public ObjectProperty<@Nullable Opened> openedProperty() {
        return opened;
    }

    /**
     * The name of the data that is being read or prepared and will replace the open data; "" for none. Meanwhile nothing should be started
     * on the open data.
     */
    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Announces that {@code reader} is reading data of this name; it must call {@link #endReading} in the end. */
    public void beginReading(Object reader, String name) {
        readers.put(reader, name);
        reading.set(name);
    }

    /** The reader's data are open now, were cancelled, or could not be read. */
    public void endReading(Object reader) {
        readers.remove(reader);
        reading.set(readers.values().stream().findFirst().orElse(""));
    }

    /** The model on screen, null until the first epoch is done or a run is opened. */
    public ObjectProperty<@Nullable Model> modelProperty() {
        return model;
    }

    /** The settings of the next run that were chosen on the Split page, by name; empty at first. */
    public ObjectProperty<Map<String, String>> chosenSplitProperty() {
        return chosenSplit;
    }

    /** The address of the Spark cluster that trains trials of searches; "" for this computer. */
    public StringProperty clusterProperty() {
        return cluster;
    }

    /** The names of the workspace's runs, as last read. */
    public ObjectProperty<RunNames> namesProperty() {
        return names;
    }

    /** The runs on the charts. */
    public ChartedRuns charted() {
        return charted;
    }
}
