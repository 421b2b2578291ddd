package dev.nara.ui.child;

import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen child's list beside that of another run on the same rows: what entered, left and moved. */
final class BesidePane extends VBox {
    private static final int LENGTH = 25;

    private final ChildModel model;
    private final Session session;
    private final Services services;
    private final RunStore store;
    private final Jobs jobs;
    private final Texts texts;
    private final ComboBox<StoredRun> other = new ComboBox<>();
    private final TableView<Line> table;
    private final Label said = new Label();
    private final AtomicInteger request = new AtomicInteger();
    private List<StoredRun> runs = List.of();
    private Services.@Nullable Reopened reopened;

    /** An album in one of the lists or both, or to find; 0 stands for not in the list. */
    record Line(int here, int there, String item, String title, String genre, boolean heldOut, int heldOutRank) {
        String change() {
            return ChildModel.moved(there, here);
        }
    }

    BesidePane(ChildModel model, Session session, Services services, RunStore store, Jobs jobs, Texts texts) {
        this.model = model;
        this.session = session;
        this.services = services;
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        setId("beside");
        getStyleClass().add("compare-page");
        other.setId("beside-run");
        Words.show(
                other,
                texts,
                run -> texts.get("export.run", run.title(), run.spec().algorithm()));
        other.valueProperty().addListener((o, was, is) -> show());
        Label name = new Label();
        name.textProperty().bind(texts.binding("child.beside.run"));
        name.setLabelFor(other);
        said.getStyleClass().add("section-detail");
        HBox head = new HBox(name, other, said);
        head.getStyleClass().add("head-row");
        table = Tables.table("beside-list", texts, "child.beside.empty");
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.here", 60, Line::here, BesidePane::rank),
                        Tables.number(texts, "column.there", 60, Line::there, BesidePane::rank),
                        Tables.text(texts, "column.moved", 70, Line::change),
                        Tables.text(texts, "column.title", 300, Line::title),
                        Tables.text(texts, "column.genre", 90, Line::genre),
                        Tables.text(
                                texts,
                                "column.marks",
                                170,
                                l -> l.heldOut()
                                        ? "★ " + texts.get("child.beside.held", Numbers.grouped(l.heldOutRank()))
                                        : "")));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table);
        model.chosenProperty().addListener((o, was, is) -> show());
        session.modelProperty().addListener((o, was, is) -> {
            offer();
            show();
        });
    }

    private static String rank(Number rank) {
        return rank.intValue() == 0 ? "–" : Numbers.grouped(rank);
    }

    /** All runs of the workspace. */
    void runs(List<StoredRun> all) {
        runs = all;
        offer();
    }

    /** Those that learnt from the same rows. */
    private void offer() {
        Session.Model current = session.modelProperty().get();
        List<StoredRun> alike = current == null
                ? List.of()
                : runs.stream()
                        .filter(r -> r.id() != current.run() && r.best().isPresent())
                        .filter(r -> r.spec().sameRows(current.preparedRun().spec()))
                        .toList();
        StoredRun kept = other.getValue();
        if (!alike.equals(other.getItems())) {
            other.getItems().setAll(alike);
            other.setValue(alike.stream()
                    .filter(r -> kept != null && r.id() == kept.id())
                    .findFirst()
                    .orElse(null));
        }
    }

    private void show() {
        Session.Model current = session.modelProperty().get();
        Session.Opened opened = session.openedProperty().get();
        ChildModel.Child child = model.chosenProperty().get();
        StoredRun run = other.getValue();
        int mine = request.incrementAndGet();
        if (current == null || opened == null || child == null || run == null) {
            table.getItems().clear();
            said.setText("");
            return;
        }
        Services.Reopened known = reopened;
        jobs.run(
                () -> {
                    Services.Reopened there = known != null && known.run().equals(run)
                            ? known
                            : services.reopen(store, run, opened.prepared());
                    return new Both(there, lines(current, there, child.user()));
                },
                both -> {
                    reopened = both.there();
                    if (mine == request.get()) {
                        table.getItems().setAll(both.lines());
                        long entered = both.lines().stream()
                                .filter(l -> l.here() > 0 && l.there() == 0)
                                .count();
                        said.setText(texts.get("child.beside.said", entered));
                    }
                });
    }

    private record Both(Services.Reopened there, List<Line> lines) {}

    private static List<Line> lines(Session.Model current, Services.Reopened there, int user) {
        Map<Integer, int[]> places = new LinkedHashMap<>();
        for (Entry entry : new Recommendations(current.recommender(), current.preparedRun()).top(user, LENGTH)) {
            places.computeIfAbsent(entry.item(), i -> new int[3])[0] = entry.rank();
        }
        for (Entry entry : new Recommendations(there.recommender(), there.preparedRun()).top(user, LENGTH)) {
            places.computeIfAbsent(entry.item(), i -> new int[3])[1] = entry.rank();
        }
        for (Explainer.HeldOut held : new Explainer(there.preparedRun(), there.recommender()).heldOut(user)) {
            int[] place = places.get(held.item());
            if (place != null) {
                place[2] = held.rank();
            }
        }
        List<Line> lines = new ArrayList<>();
        var dataset = current.preparedRun().dataset();
        places.forEach((item, place) -> lines.add(new Line(
                place[0],
                place[1],
                dataset.items().id(item),
                dataset.title(item),
                dataset.genre(item),
                place[2] > 0,
                place[2])));
        return lines;
    }
}
