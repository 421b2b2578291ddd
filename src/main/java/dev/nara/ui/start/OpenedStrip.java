package dev.nara.ui.start;

import dev.nara.analysis.ProtocolWords;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhatIsThis;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line above the Data workspace: what was read, repaired and split, and the next steps to training. Hidden once a run has finished, or
 * when it is closed.
 */
public final class OpenedStrip {
    private final Texts texts;
    private final Requests requests;
    private final HBox row = new HBox();
    private @Nullable OpenedFacts facts;

    /** The requests of the strip. */
    public interface Requests {
        /** Shows a page of the Data workspace, given its name. */
        void page(String name);

        /** Shows the form of the next run. */
        void train();

        /** Starts a quick run, and shows that child's list while it trains. */
        void watch(int child);

        /** Starts the tour. */
        void tour();
    }

    public OpenedStrip(Texts texts, Requests requests) {
        this.texts = texts;
        this.requests = requests;
        row.setId("opened-strip");
        row.getStyleClass().addAll("strip", "opened-strip");
        show(null);
        texts.localeProperty().addListener((o, was, is) -> show(facts));
    }

    /** The node of the line. */
    public Region view() {
        return row;
    }

    /** Shows the facts about the open data; hides the line for null. */
    public void show(@Nullable OpenedFacts known) {
        facts = known;
        boolean shown = known != null && !known.trained();
        row.setVisible(shown);
        row.setManaged(shown);
        row.getChildren().clear();
        if (known != null && shown) {
            fill(known);
        }
    }

    private void fill(OpenedFacts known) {
        row.getStyleClass().removeAll("good", "warn");
        row.getStyleClass().add(known.drawn() ? "warn" : "good");
        FlowPane said = new FlowPane();
        said.getStyleClass().add("opened-said");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        row.getChildren()
                .addAll(
                        Icons.of(
                                known.drawn() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE,
                                known.drawn() ? "warn" : "good"),
                        said);
        say(known, said.getChildren());
        List<Node> parts = row.getChildren();
        if (known.bundled()) {
            parts.add(link(texts.get("opened.tour"), name -> requests.tour()));
        }
        ways(known, parts);
        parts.add(Icons.button("opened-close", Feather.X, texts.binding("dialog.close"), () -> show(null)));
    }

    private void say(OpenedFacts known, List<Node> parts) {
        Label rows = new Label(texts.get("opened.rows", Numbers.grouped(known.rows())));
        rows.getStyleClass().add("strong");
        rows.setMinWidth(Region.USE_PREF_SIZE);
        parts.add(rows);
        if (known.repairs() > 0) {
            parts.add(link(texts.get("opened.repairs", known.repairs()), name -> requests.page("prepare")));
        }
        if (!known.split().isEmpty()) {
            String words = ProtocolWords.split(known.split(), texts.locale());
            parts.add(link(
                    texts.get(known.drawn() ? "opened.split.leaks" : "opened.split", words),
                    name -> requests.page("split")));
            parts.add(WhatIsThis.button(texts, "split", "evaluation"));
        }
        if (known.unseen() > 0) {
            parts.add(link(
                    texts.get("opened.unseen", Numbers.grouped(known.unseen()), Numbers.grouped(known.evaluated())),
                    name -> requests.page("split")));
        }
    }

    private void ways(OpenedFacts known, List<Node> parts) {
        Button train = button("opened-train", texts.get("opened.train"), requests::train);
        boolean watches = known.bundled() && known.child() >= 0;
        if (watches) {
            Button watch = button("opened-watch", texts.get("opened.watch"), () -> requests.watch(known.child()));
            watch.setGraphic(Icons.of(Feather.PLAY));
            watch.getStyleClass().add("accent");
            parts.add(train);
            parts.add(watch);
        } else {
            train.getStyleClass().add("accent");
            parts.add(train);
        }
    }

    private static Button button(String id, String words, Runnable act) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> act.run());
        return button;
    }

    private static Hyperlink link(String words, Consumer<String> act) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("dotted");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> {
            link.setVisited(false);
            act.accept(words);
        });
        return link;
    }
}
