package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.ui.child.WhyModel.Near;
import dev.nara.ui.child.WhyModel.Part;
import dev.nara.ui.child.WhyModel.Without;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why the chosen album of the list stands where it does. */
final class WhyPane extends VBox {
    private final WhyModel model;
    private final Texts texts;

    /** {@code leaveOut} works out what happens to it without single albums of the history. */
    WhyPane(WhyModel model, Texts texts, Runnable leaveOut) {
        this.model = model;
        this.texts = texts;
        Label title = Labels.of(model.titleProperty());
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        SplitPane tables = new SplitPane(parts(), near(), without(leaveOut));
        tables.setDividerPositions(0.34, 0.64);
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(title, tables);
        getStyleClass().add("compare-page");
    }

    private Node parts() {
        TableView<Part> parts = Tables.table("why-parts", texts, "child.why.empty");
        parts.setItems(model.parts());
        parts.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.reason", 110, Part::kind),
                        Tables.text(texts, "column.of", 110, Part::of),
                        Tables.number(texts, "column.amount", 90, Part::amount, Numbers::signed)));
        return parts;
    }

    private Node near() {
        TableView<Near> near = Tables.table("why-near", texts, "child.near.empty");
        near.setItems(model.nearest());
        near.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.near", 320, Near::title),
                        Tables.number(texts, "column.cosine", 80, Near::cosine, Numbers::figure)));
        return near;
    }

    private Node without(Runnable leaveOut) {
        TableView<Without> without = Tables.table("why-without", texts, "child.without.empty");
        without.setItems(model.without());
        without.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.without", 170, Without::title),
                        Tables.number(texts, "column.change", 88, Without::change, Numbers::signed),
                        Tables.text(
                                texts,
                                "column.rank",
                                100,
                                w -> Numbers.grouped(w.rank()) + " → " + Numbers.grouped(w.rankWithout()))));
        VBox.setVgrow(without, Priority.ALWAYS);
        Button ask = Tables.button(texts, "why-ask", "child.without.ask", leaveOut);
        ask.disableProperty().bind(model.explainedProperty().isNull());
        VBox asking = new VBox(ask, without);
        asking.getStyleClass().add("section");
        return asking;
    }
}
