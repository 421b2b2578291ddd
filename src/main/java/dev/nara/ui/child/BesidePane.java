package dev.nara.ui.child;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.explain.TwoLists;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
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
    private final Texts texts;
    private final ComboBox<StoredRun> other = new ComboBox<>();
    private final TableView<Line> table;
    private final Label said = new Label();
    private final Latest comparing;
    private List<StoredRun> runs = List.of();
    private Services.@Nullable Reopened reopened;

    /** An album in one of the lists or both, or to find. */
    record Line(Album album, TwoLists.Line ranks) {
        String change() {
            return Moves.moved(ranks.there(), ranks.here());
        }
    }

    BesidePane(ChildModel model, Session session, Services services, RunStore store, Jobs jobs, Texts texts) {
        this.model = model;
        this.session = session;
        this.services = services;
        this.store = store;
        this.texts = texts;
        comparing = new Latest(jobs);
        setId("beside");
        getStyleClass().add("compare-page");
        table = Tables.table("beside-list", texts, "child.beside.empty");
        table.getColumns().addAll(columns());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(), table);
        model.chosenProperty().addListener((o, was, is) -> show());
        session.modelProperty().addListener((o, was, is) -> {
            offer();
            show();
        });
    }

    private Node head() {
        other.setId("beside-run");
        Words.show(
                other,
                texts,
                run -> texts.get(
                        "export.run",
                        run.title(),
                        Text.of("algorithm." + run.spec().algorithm())));
        other.valueProperty().addListener((o, was, is) -> show());
        Label name = Labels.of(texts.binding("child.beside.run"));
        name.setLabelFor(other);
        said.getStyleClass().add("section-detail");
        HBox head = new HBox(name, other, said);
        head.getStyleClass().add("head-row");
        return head;
    }

    private List<TableColumn<Line, ?>> columns() {
        return List.of(
                Tables.number(texts, "column.here", 60, l -> l.ranks().here(), BesidePane::rank),
                Tables.number(texts, "column.there", 60, l -> l.ranks().there(), BesidePane::rank),
                Tables.text(texts, "column.moved", 70, Line::change),
                Tables.text(texts, "column.title", 300, l -> l.album().title()),
                Tables.text(texts, "column.genre", 90, l -> l.album().genre()),
                Tables.text(texts, "column.marks", 170, this::marks));
    }

    private String marks(Line line) {
        int rank = line.ranks().heldOutRank();
        return rank > 0 ? "★ " + texts.get("child.beside.held", Numbers.grouped(rank)) : "";
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
        if (current == null || opened == null || child == null || run == null) {
            comparing.cancel();
            table.getItems().clear();
            said.setText("");
            return;
        }
        comparing.run(() -> lines(current, reopened(run, opened.prepared()), child.user()), lines -> {
            table.getItems().setAll(lines);
            long entered = lines.stream()
                    .filter(l -> l.ranks().here() > 0 && l.ranks().there() == 0)
                    .count();
            said.setText(texts.get("child.beside.said", entered));
        });
    }

    /** The other run, made again only if it is not the one that was asked for last. */
    private synchronized Services.Reopened reopened(StoredRun run, Prepared data) throws DataException {
        Services.Reopened known = reopened;
        if (known == null || !known.run().equals(run)) {
            known = services.reopen(store, run, data);
            reopened = known;
        }
        return known;
    }

    private static List<Line> lines(Session.Model current, Services.Reopened there, int user) {
        Dataset dataset = current.preparedRun().dataset();
        return TwoLists.of(
                        new Recommendations(current.recommender(), current.preparedRun()).top(user, LENGTH),
                        new Recommendations(there.recommender(), there.preparedRun()).top(user, LENGTH),
                        new Explainer(there.preparedRun(), there.recommender()).heldOut(user))
                .stream()
                .map(line -> new Line(Album.of(dataset, line.item()), line))
                .toList();
    }
}
