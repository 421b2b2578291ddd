package dev.nara.ui.data;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.cards.Verdict;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The verdict on the data as a sentence, with actions: ready, needs attention, being read, or unreadable. */
final class VerdictBar extends HBox {
    private static final List<String> KINDS = List.of("good", "warn", "bad");

    private final Texts texts;
    private final StackPane sign = new StackPane();
    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final HBox acts = new HBox();
    private final Button train;
    private final Button again;
    private final Button stop;
    private @Nullable Feather drawn;
    private String signKind = "";

    /** The requests of this bar. */
    interface Requests {
        /** Trains on the open data. */
        void train();

        /** Reads the data again. */
        void again();

        /** Stops reading. */
        void cancel();
    }

    VerdictBar(DataModel model, Texts texts, Requests requests) {
        this.texts = texts;
        sign.getStyleClass().add("verdict-sign");
        sentence.setId("data-verdict");
        sentence.getStyleClass().add("page-title");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        detail.setId("data-verdict-detail");
        detail.getStyleClass().add("card-detail");
        Tips.on(detail, detail.textProperty());
        progress.progressProperty().bind(model.progressProperty());
        progress.setPrefWidth(260);
        progress.managedProperty().bind(progress.visibleProperty());
        Label left = Labels.of(model.timeLeftProperty(), "caption");
        left.visibleProperty().bind(progress.visibleProperty());
        left.managedProperty().bind(progress.visibleProperty());
        HBox bar = new HBox(8, progress, left);
        VBox words = new VBox(2, sentence, detail, bar);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        train = Tables.primary(texts, "data-train", "data.train", "F5", requests::train);
        train.setMinWidth(Region.USE_PREF_SIZE);
        again = Tables.button(texts, "data-again", "data.again", requests::again);
        again.setMinWidth(Region.USE_PREF_SIZE);
        stop = Tables.button(texts, "cancel-reading", "data.stop", requests::cancel);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        acts.getStyleClass().add("verdict-acts");
        getStyleClass().add("verdict");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(sign, words, acts);
    }

    /** Shows the verdict on the open data. */
    void show(Verdict verdict) {
        switch (verdict.state()) {
            case COUNTING -> say("", Feather.LOADER);
            case READY -> say("good", Feather.CHECK);
            case LOOK -> say("warn", Feather.ALERT_TRIANGLE);
        }
        sentence.setText(verdict.sentence());
        detail.setText(verdict.detail());
        acts(List.of(again, train));
        train.setDisable(false);
    }

    /** Shows that data of this name are being read; a negative share is unknown. */
    void reading(String name, double share) {
        say("", Feather.LOADER);
        sentence.setText(
                share < 0
                        ? texts.get("data.reading", name)
                        : texts.get("data.reading.share", name, Math.round(100 * share)));
        detail.setText("");
        acts(List.of(stop));
    }

    /** Shows why data could not be read, with remedies. */
    void failed(String name, String problem, List<Button> remedies) {
        say("bad", Feather.ALERT_CIRCLE);
        sentence.setText(texts.get("data.failed", name));
        detail.setText(problem);
        acts(remedies);
    }

    private void acts(List<Button> wanted) {
        // Unchanged buttons keep the focus.
        if (!acts.getChildren().equals(wanted)) {
            acts.getChildren().setAll(wanted);
        }
    }

    private void say(String kind, Feather icon) {
        progress.setVisible(icon == Feather.LOADER);
        // Problems are shown completely; a good verdict may be truncated.
        detail.setWrapText(!kind.equals("good"));
        detail.setMinHeight(kind.equals("good") ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
        // Called many times a second while data are read: replacing an unchanged icon would cause a layout of the page
        // each time.
        if (icon != drawn) {
            drawn = icon;
            sign.getChildren().setAll(Icons.of(icon));
        }
        if (!kind.equals(signKind)) {
            signKind = kind;
            sign.getStyleClass().removeAll(KINDS);
            if (!kind.isEmpty()) {
                sign.getStyleClass().add(kind);
            }
        }
    }
}
