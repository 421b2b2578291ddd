package dev.nara.ui.common;

import dev.nara.algorithm.Recommender;
import dev.nara.data.Dataset;
import dev.nara.data.Profile;
import dev.nara.run.Experiment;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What all workspaces look at: the open dataset, and the model on screen. Touched on the JavaFX thread only. */
public final class Session {
    private final ObjectProperty<@Nullable Opened> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Model> model = new SimpleObjectProperty<>();

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

    /** A dataset with its profile. */
    public record Opened(Dataset dataset, Profile profile) {}

    /** A model as it was after an epoch of a run. */
    public record Model(long run, int epoch, Experiment experiment, Recommender recommender) {}

    /** The open dataset, null at first. */
    public ObjectProperty<@Nullable Opened> openedProperty() {
        return opened;
    }

    /** The model on screen, null until the first epoch is done or a run is opened. */
    public ObjectProperty<@Nullable Model> modelProperty() {
        return model;
    }
}
