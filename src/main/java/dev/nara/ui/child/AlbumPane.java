package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.explain.Explainer;
import dev.nara.explain.Viewers;
import dev.nara.store.WatchedListLog;
import dev.nara.text.Numbers;
import dev.nara.ui.child.WhyModel.Near;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The album that is chosen in the list: what is known of it, who watches it, what is near it, whose lists it is in. */
final class AlbumPane extends VBox {
    private static final int NEAREST = 15;
    private static final int VIEWERS = 200;

    private final ChildModel model;
    private final Session session;
    private final Latest reading;
    private final Pseudonymiser pseudonymiser;
    private final Texts texts;
    private final GridPane facts = new GridPane();
    private final TableView<Near> near;
    private final TableView<Viewer> viewers;
    private final Label title = new Label();

    /** A child who watches it, and how often. */
    record Viewer(String id, String words, int views) {}

    /** What is known of an album. */
    private record Known(Map<String, String> facts, List<Near> near, List<Viewer> viewers) {}

    AlbumPane(ChildModel model, Session session, Jobs jobs, Texts texts, Pseudonymiser pseudonymiser) {
        this.model = model;
        this.session = session;
        this.reading = new Latest(jobs);
        this.pseudonymiser = pseudonymiser;
        this.texts = texts;
        setId("album");
        getStyleClass().add("compare-page");
        title.getStyleClass().add("section-title");
        near = Tables.table("album-near", texts, "child.album.near.empty");
        near.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.near.album", 220, Near::title),
                        Tables.number(texts, "column.cosine", 70, Near::cosine, Numbers::figure)));
        viewers = Tables.table("album-viewers", texts, "child.album.viewers.empty");
        viewers.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.user", 80, Viewer::id),
                        Tables.number(texts, "column.views", 60, Viewer::views, Numbers::grouped),
                        Tables.text(texts, "column.attributes", 160, Viewer::words)));
        facts.getStyleClass().add("facts");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        SplitPane parts = new SplitPane(scroll, near, viewers);
        parts.setDividerPositions(0.36, 0.68);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(title, parts);
        model.why().explainedProperty().addListener((o, was, is) -> show());
        pseudonymiser.onProperty().addListener((o, was, is) -> show());
    }

    private void show() {
        Session.Model current = session.modelProperty().get();
        ListPlace place = model.why().explainedProperty().get();
        if (current == null || place == null) {
            reading.cancel();
            title.setText("");
            facts.getChildren().clear();
            near.getItems().clear();
            viewers.getItems().clear();
            return;
        }
        title.setText(place.album().title());
        int item = place.entry().item();
        Map<Integer, List<WatchedListLog.Moment>> watchedLists =
                model.watchedListsProperty().get();
        boolean masked = pseudonymiser.onProperty().get();
        reading.run(() -> read(current, item, watchedLists, masked), known -> {
            show(known.facts());
            near.getItems().setAll(known.near());
            viewers.getItems().setAll(known.viewers());
        });
    }

    private void show(Map<String, String> known) {
        facts.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : known.entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.getValue());
            value.getStyleClass().add("fact-value");
            value.setTooltip(new Tooltip(fact.getValue()));
            facts.addRow(row++, name, value);
        }
    }

    private Known read(
            Session.Model current, int item, Map<Integer, List<WatchedListLog.Moment>> watchedLists, boolean masked) {
        Dataset dataset = current.preparedRun().dataset();
        Viewers all = Viewers.of(current.preparedRun().split().train(), item, VIEWERS);
        Map<String, String> known = attributes(dataset, item);
        known.put(texts.get("child.album.viewers"), Numbers.grouped(all.count()));
        if (!watchedLists.isEmpty()) {
            known.put(texts.get("child.album.lists"), lists(item, watchedLists.values()));
        }
        List<Near> nearest = new Explainer(current.preparedRun(), current.recommender())
                .nearestItems(item, NEAREST).stream()
                        .map(n -> new Near(dataset.title(n.item()), n.cosine()))
                        .toList();
        List<Viewer> some = all.some().stream()
                .map(viewer -> new Viewer(
                        pseudonymiser.user(dataset.users().id(viewer.user())),
                        masked ? "" : dataset.userAttributes().words(viewer.user()),
                        viewer.rows()))
                .toList();
        return new Known(known, nearest, some);
    }

    private Map<String, String> attributes(Dataset dataset, int item) {
        Attributes items = dataset.itemAttributes();
        Map<String, String> known = new LinkedHashMap<>();
        known.put(texts.get("column.item"), dataset.items().id(item));
        for (String name : items.names()) {
            String text = items.text(name, item);
            if (!text.isEmpty() && !name.endsWith(Attributes.WEIGHTS)) {
                known.put(name, text);
            }
        }
        return known;
    }

    /** In how many of the last lists of watched children the album is. */
    private static String lists(int item, Collection<List<WatchedListLog.Moment>> watchedLists) {
        long lists = watchedLists.stream()
                .filter(moments -> moments.get(moments.size() - 1).list().contains(item))
                .count();
        return Numbers.grouped(lists) + " / " + Numbers.grouped(watchedLists.size());
    }
}
