package dev.nara.ui.common;

import dev.nara.algorithm.Recommender;
import dev.nara.analysis.RunNames;
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

/** What all workspaces look at: the open dataset, and the model on screen. Touched on the JavaFX thread only. */
public final class Session {
    private final ObjectProperty<@Nullable Opened> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Model> model = new SimpleObjectProperty<>();

    private final ReadOnlyStringWrapper coming = new ReadOnlyStringWrapper("");
    /** The names of what is coming, by whoever reads it. */
    private final Map<Object, String> readers = new LinkedHashMap<>();

    private final ObjectProperty<Map<String, String>> chosenSplit = new SimpleObjectProperty<>(Map.of());
    private final StringProperty cluster = new SimpleStringProperty("");
    private final ChartedRuns charted = new ChartedRuns();
    private final ObjectProperty<RunNames> names = new SimpleObjectProperty<>(RunNames.NONE);

    /** Nothing is open yet; from now on a change on another thread is an error. */
    public Session() {
        opened.addListener((o, was, is) -> onlyHere());
        model.addListener((o, was, is) -> onlyHere());
    }

    private static void onlyHere() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "touched on " + Thread.currentThread().getName());
        }
    }

    /** A dataset with what is known about it: its profile, and what is odd about its rows as they were read. */
    public record Opened(Prepared prepared, Profile profile, List<Finding> quality) {
        /** Goes over all rows; not for the JavaFX thread. */
        public static Opened of(Prepared prepared) {
            // Computed here once, and then known.
            prepared.dataset().fingerprint();
            return new Opened(prepared, new Profile(prepared.dataset()), Quality.of(prepared));
        }

        /** The same rows prepared in another way. */
        public Opened with(Prepared other) {
            return new Opened(other, new Profile(other.dataset()), quality);
        }

        /** Whether a run was trained on this very data, prepared alike. */
        public boolean isOf(RunSpec run) {
            return dataset().has(run.fingerprint()) && prepared.recipe().equals(run.recipe());
        }

        /** The dataset that is trained on. */
        public Dataset dataset() {
            return prepared.dataset();
        }
    }

    /** A model as it was after an epoch of a run. */
    public record Model(long run, int epoch, PreparedRun preparedRun, Recommender recommender) {}

    /** The open dataset, null at first. */
    public ObjectProperty<@Nullable Opened> openedProperty() {
        return opened;
    }

    /**
     * The name of the data that is being read or prepared and will take the place of what is open; "" for none. While it is not
     * there, nothing is to be begun with what is open.
     */
    public ReadOnlyStringProperty comingProperty() {
        return coming.getReadOnlyProperty();
    }

    /** Data of this name is coming; {@code reader} is whoever reads it, and has to say when it {@linkplain #came came}. */
    public void comes(Object reader, String name) {
        readers.put(reader, name);
        coming.set(name);
    }

    /** What the reader read is open now, or is not wanted any more, or cannot be had. */
    public void came(Object reader) {
        readers.remove(reader);
        coming.set(readers.values().stream().findFirst().orElse(""));
    }

    /** The model on screen, null until the first epoch is done or a run is opened. */
    public ObjectProperty<@Nullable Model> modelProperty() {
        return model;
    }

    /** What the next run is to use of what was chosen on the Split page, by the name of each setting; empty at first. */
    public ObjectProperty<Map<String, String>> chosenSplitProperty() {
        return chosenSplit;
    }

    /** The address of the Spark cluster that trains the trials of searches; "" for this computer. */
    public StringProperty clusterProperty() {
        return cluster;
    }

    /** What the runs of the workspace are called, as they were read last. */
    public ObjectProperty<RunNames> namesProperty() {
        return names;
    }

    /** The runs that are on the charts. */
    public ChartedRuns charted() {
        return charted;
    }
}
