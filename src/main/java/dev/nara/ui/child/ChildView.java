package dev.nara.ui.child;

import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Child workspace: a searchable list of children; for the chosen one attributes, list and history. */
final class ChildView {
    private final ChildModel model;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final Requests requests;
    private final Region root;
    private final ChildList rail;

    /** What people can ask for here. */
    interface Requests {
        /** The chosen child to be watched by runs that begin later, or no longer. */
        void watch(boolean watched);

        /** Any child. */
        void random();

        /** What happens to the explained album without single ones of the history. */
        void without();
    }

    /** Pages of their own. */
    record Pages(Node learning, Node counterfactual, Node beside, Node album) {}

    ChildView(ChildModel model, Texts texts, Pseudonymiser pseudonymiser, Requests requests, Pages pages) {
        this.pseudonymiser = pseudonymiser;
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        rail = new ChildList(model, texts, pseudonymiser, requests::random);
        root = details(pages);
        root.setId("child-workspace");
        // The same child again, with its pseudonym or with its name.
        pseudonymiser.onProperty().addListener((o, was, is) -> {
            Child kept = model.chosenProperty().get();
            model.chosenProperty().set(null);
            model.chosenProperty().set(kept);
        });
    }

    Region root() {
        return root;
    }

    /** The list of children, which stands in the place of the list of runs. */
    Region rail() {
        return rail;
    }

    private Region details(Pages pages) {
        SplitPane tables = new SplitPane(new ListPane(model, texts), below(pages));
        tables.setOrientation(Orientation.VERTICAL);
        tables.setDividerPositions(0.5);
        VBox.setVgrow(tables, Priority.ALWAYS);
        return new VBox(head(), tables);
    }

    private Node head() {
        Label name = Labels.of(
                model.chosenProperty()
                        .map(child -> texts.get("child.name", pseudonymiser.user(child.id())))
                        .orElse(""),
                "workspace-title");
        name.setId("child-name");
        Label summary = Labels.of(model.summaryProperty(), "child-summary");
        summary.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(name, gap, new EpochSlider(model, texts, requests::watch));
        first.getStyleClass().add("head-row");
        VBox head = new VBox(first, summary);
        head.getStyleClass().add("head-column");
        return head;
    }

    /** The history, the held-out albums' ranks, why the chosen album of the list stands where it does, and pages of their own. */
    private Node below(Pages pages) {
        Tab learning = Tables.page(texts, "child.learning", pages.learning());
        TabPane tabs = new TabPane(
                Tables.page(texts, "child.history", HistoryPane.history(model, texts)),
                Tables.page(texts, "child.held.out", HistoryPane.heldOut(model, texts)),
                Tables.page(texts, "child.why", new WhyPane(model.why(), texts, requests::without)),
                learning,
                Tables.page(texts, "child.whatif", pages.counterfactual()),
                Tables.page(texts, "child.beside", pages.beside()),
                Tables.page(texts, "child.album", pages.album()));
        tabs.setId("child-pages");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.learningSeenProperty().bind(learning.selectedProperty());
        return tabs;
    }
}
