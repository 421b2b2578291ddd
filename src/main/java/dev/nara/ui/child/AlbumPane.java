package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.explain.Explainer;
import dev.nara.store.WatchedListLog;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
    private final Jobs jobs;
    private final Pseudonymiser masks;
    private final Texts texts;
    private final GridPane known = new GridPane();
    private final TableView<ChildModel.Near> near;
    private final TableView<Viewer> viewers;
    private final Label title = new Label();
    private final AtomicInteger request = new AtomicInteger();

    /** A child who watches it, and how often. */
    record Viewer(String id, String words, int views) {}

    /** What is known of an album. */
    private record Album(Map<String, String> facts, List<ChildModel.Near> near, List<Viewer> viewers) {}

    AlbumPane(ChildModel model, Session session, Jobs jobs, Texts texts, Pseudonymiser masks) {
        this.model = model;
        this.session = session;
        this.jobs = jobs;
        this.masks = masks;
        this.texts = texts;
        setId("album");
        getStyleClass().add("compare-page");
        title.getStyleClass().add("section-title");
        near = Tables.table("album-near", texts, "child.album.near.empty");
        near.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.near.album", 220, ChildModel.Near::title),
                        Tables.number(texts, "column.cosine", 70, ChildModel.Near::cosine, Numbers::figure)));
        viewers = Tables.table("album-viewers", texts, "child.album.viewers.empty");
        viewers.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.user", 80, Viewer::id),
                        Tables.number(texts, "column.views", 60, Viewer::views, Numbers::grouped),
                        Tables.text(texts, "column.attributes", 160, Viewer::words)));
        known.getStyleClass().add("facts");
        ScrollPane scroll = new ScrollPane(known);
        scroll.setFitToWidth(true);
        SplitPane parts = new SplitPane(scroll, near, viewers);
        parts.setDividerPositions(0.36, 0.68);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(title, parts);
        model.explainedProperty().addListener((o, was, is) -> show());
        masks.onProperty().addListener((o, was, is) -> show());
    }

    private void show() {
        Session.Model current = session.modelProperty().get();
        ChildModel.Place place = model.explainedProperty().get();
        int mine = request.incrementAndGet();
        if (current == null || place == null) {
            title.setText("");
            known.getChildren().clear();
            near.getItems().clear();
            viewers.getItems().clear();
            return;
        }
        title.setText(place.title());
        int item = place.entry().item();
        Map<Integer, List<WatchedListLog.Moment>> canaries =
                model.canariesProperty().get();
        boolean masked = masks.onProperty().get();
        jobs.run(() -> read(current, item, canaries, masked), album -> {
            if (mine == request.get()) {
                show(album.facts());
                near.getItems().setAll(album.near());
                viewers.getItems().setAll(album.viewers());
            }
        });
    }

    private void show(Map<String, String> facts) {
        known.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.getValue());
            value.getStyleClass().add("fact-value");
            value.setTooltip(new Tooltip(fact.getValue()));
            known.addRow(row++, name, value);
        }
    }

    private Album read(
            Session.Model current, int item, Map<Integer, List<WatchedListLog.Moment>> canaries, boolean masked) {
        Dataset dataset = current.preparedRun().dataset();
        Attributes items = dataset.itemAttributes();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("column.item"), dataset.items().id(item));
        for (String name : items.names()) {
            String text = items.text(name, item);
            if (!text.isEmpty() && !name.endsWith(Attributes.WEIGHTS)) {
                facts.put(name, text);
            }
        }
        Interactions train = current.preparedRun().split().train();
        List<Viewer> watching = new ArrayList<>();
        int all = 0;
        for (int u = 0; u < train.users(); u++) {
            int views = 0;
            for (int r = train.start(u); r < train.end(u); r++) {
                views += train.item(r) == item ? 1 : 0;
            }
            all += views > 0 ? 1 : 0;
            if (views > 0 && watching.size() < VIEWERS) {
                watching.add(new Viewer(
                        masks.user(dataset.users().id(u)),
                        masked ? "" : dataset.userAttributes().words(u),
                        views));
            }
        }
        watching.sort((a, b) -> b.views() - a.views());
        facts.put(texts.get("child.album.viewers"), Numbers.grouped(all));
        long lists = canaries.values().stream()
                .filter(moments -> moments.get(moments.size() - 1).list().contains(item))
                .count();
        if (!canaries.isEmpty()) {
            facts.put(
                    texts.get("child.album.lists"), Numbers.grouped(lists) + " / " + Numbers.grouped(canaries.size()));
        }
        List<ChildModel.Near> nearest = new Explainer(current.preparedRun(), current.recommender())
                .nearestItems(item, NEAREST).stream()
                        .map(n ->
                                new ChildModel.Near(dataset.items().id(n.item()), dataset.title(n.item()), n.cosine()))
                        .collect(Collectors.toList());
        return new Album(facts, nearest, watching);
    }
}
