package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.settings.Home;
import dev.nara.store.SparkSubmit;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;

/** Asks who trains the trials of searches, this computer or a Spark cluster, and says so while it is a cluster. */
final class SearchPlace {
    private static final String HERE = "";
    private static final String ANOTHER = "another";

    private final Frame frame;
    private final Texts texts;
    private final StringProperty cluster;

    SearchPlace(Frame frame, Session session) {
        this.frame = frame;
        this.texts = frame.texts();
        this.cluster = session.clusterProperty();
    }

    /** Holds for searches that begin or go on from now on. */
    void choose() {
        List<String> places = new ArrayList<>(List.of(HERE));
        if (!cluster.get().isEmpty()) {
            places.add(cluster.get());
        }
        places.add(ANOTHER);
        String title = texts.get("search.where.title");
        frame.dialogs()
                .pick(title, places, this::words)
                .flatMap(place -> place.equals(ANOTHER)
                        ? frame.dialogs().ask(title, texts.get("search.where.address"))
                        : Optional.of(place))
                .ifPresent(this::set);
    }

    private void set(String master) {
        try {
            if (!master.isEmpty()) {
                SparkSubmit.installed(System.getenv(), Home.ofEnvironment().folder());
            }
            cluster.set(master);
            frame.say().accept(texts.get("search.where.said", words(master)));
        } catch (DataException e) {
            frame.dialogs().error(e);
        }
    }

    private String words(String place) {
        return switch (place) {
            case HERE -> texts.get("search.where.here");
            case ANOTHER -> texts.get("search.where.another");
            default -> texts.get("search.where.cluster", place);
        };
    }

    /** Names the cluster; not there while this computer trains. */
    Label label() {
        Label label = Labels.whole(
                Bindings.createStringBinding(
                        () -> cluster.get().isEmpty() ? "" : texts.get("search.where.status", cluster.get()),
                        cluster,
                        texts.localeProperty()),
                "status-detail");
        label.setId("status-where");
        label.visibleProperty().bind(cluster.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
