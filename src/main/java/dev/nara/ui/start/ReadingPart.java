package dev.nara.ui.start;

import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The progress of reading data, or the reason of a failure, on the card from which reading was started. */
final class ReadingPart {
    private final StartModel model;
    private final Texts texts;
    private final Node progress;
    private final Node problem;

    ReadingPart(StartModel model, Texts texts, StartRequests requests) {
        this.model = model;
        this.texts = texts;
        progress = bar(requests);
        problem = why();
    }

    /** Shows it on a card if the card is that of the reading, else the card's own content. */
    void on(StartCard card, StartModel.Card kind) {
        boolean here = kind == model.askedProperty().get();
        boolean reads = !model.readingProperty().get().isEmpty();
        boolean failed = !model.problemProperty().get().isEmpty();
        card.show(choice(progress, here && reads), choice(problem, here && failed));
    }

    private static @Nullable Node choice(Node node, boolean shown) {
        return shown ? node : null;
    }

    private Node bar(StartRequests requests) {
        Label what = Labels.of(Bindings.createStringBinding(
                this::reading, model.readingProperty(), model.shareProperty(), texts.localeProperty()));
        what.setId("start-reading");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.shareProperty());
        bar.accessibleTextProperty().bind(what.textProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        Button cancel = new Button();
        cancel.setId("start-cancel");
        cancel.textProperty().bind(texts.binding("dialog.cancel"));
        cancel.setOnAction(e -> requests.cancel());
        HBox row = new HBox(Labels.of(model.timeLeftProperty(), "caption"), StartCard.gap(), cancel);
        row.getStyleClass().add("start-foot");
        VBox box = new VBox(what, bar, row);
        box.getStyleClass().addAll("start-picture", "start-progress");
        return box;
    }

    private String reading() {
        double share = model.shareProperty().get();
        String name = model.readingProperty().get();
        return share < 0
                ? texts.get("start.reading", name)
                : texts.get("start.reading.share", name, (int) (100 * share));
    }

    private Node why() {
        Label why = Labels.wrapped(model.problemProperty(), "start-words", "bad");
        why.setId("start-problem");
        return why;
    }
}
