package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** Asks whether this computer or a Spark cluster trains the trials of searches, and shows the choice. */
public final class SearchPlace {
    private static final String HERE = "";
    private static final String ANOTHER = "another";

    private final Dialogs dialogs;
    private final Texts texts;
    private final Consumer<String> say;
    private final StringProperty cluster;
    private final Installed installed;

    /** Fails if the program that submits work to a cluster is not installed. */
    interface Installed {
        void check() throws DataException;
    }

    /** For the window's session. */
    public SearchPlace(Frame frame, Session session) {
        this(frame.dialogs(), frame.texts(), frame.say(), session.clusterProperty(), StoredDesk::spark);
    }

    SearchPlace(Dialogs dialogs, Texts texts, Consumer<String> say, StringProperty cluster, Installed installed) {
        this.dialogs = dialogs;
        this.texts = texts;
        this.say = say;
        this.cluster = cluster;
        this.installed = installed;
    }

    /** Asks for the place; it applies to searches that start or resume from now on. */
    public void choose() {
        List<String> places = new ArrayList<>(List.of(HERE));
        if (!cluster.get().isEmpty()) {
            places.add(cluster.get());
        }
        places.add(ANOTHER);
        String title = texts.get("search.where.title");
        dialogs.pick(title, places, this::words)
                .flatMap(place -> place.equals(ANOTHER)
                        ? dialogs.ask(title, texts.get("search.where.address"))
                        : Optional.of(place))
                .ifPresent(this::set);
    }

    private void set(String master) {
        try {
            if (!master.isEmpty()) {
                installed.check();
            }
            cluster.set(master);
            say.accept(texts.get("search.where.said", words(master)));
        } catch (DataException e) {
            dialogs.error(e);
        }
    }

    private String words(String place) {
        return switch (place) {
            case HERE -> texts.get("search.where.here");
            case ANOTHER -> texts.get("search.where.another");
            default -> texts.get("search.where.cluster", place);
        };
    }

    /** A link that shows the place, and asks for another one when pressed. */
    Hyperlink link() {
        Hyperlink link = new Hyperlink();
        link.textProperty()
                .bind(Bindings.createStringBinding(() -> words(cluster.get()), cluster, texts.localeProperty()));
        link.setOnAction(e -> choose());
        return link;
    }

    /** A label with the cluster; hidden while this computer trains. */
    public Label label() {
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
