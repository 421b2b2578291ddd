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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            // What others are still reading is open once they have read it.
            if (is != null && readers.isEmpty()) {
                DataInUse.retain(is.since());
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

    /**
     * A dataset with its profile, and the findings on the quality of its rows.
     *
     * @param since {@link DataInUse#readings} before its files were read
     */
    public record Opened(long since, Prepared prepared, Profile profile, List<Finding> quality) {
        /** Reads all rows; not on the JavaFX thread. */
        public static Opened of(long since, Prepared prepared) {
            // Computes the fingerprint here, because it is cached.
            prepared.dataset().fingerprint();
            return new Opened(since, prepared, new Profile(prepared.dataset()), Quality.of(prepared));
        }

        /** The same rows with another preparation. */
        public Opened with(Prepared other) {
            return new Opened(since, other, new Profile(other.dataset()), quality);
        }

        /** Whether a run was trained on these data with the same preparation. */
        public boolean isOf(RunSpec run) {
            return dataset().has(run.fingerprint()) && prepared.recipe().equals(run.recipe());
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
