package dev.nara.ui.compare;

import dev.nara.ui.common.CopiedText;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The verdict as a sentence with an icon, the evidence for it, and actions. */
final class VerdictHead {
    private final CompareModel model;
    private final Texts texts;
    private final StackPane sign = new StackPane();
    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final HBox root;
    private final Tooltip chance = new Tooltip();

    VerdictHead(CompareModel model, Texts texts, Runnable report) {
        this.model = model;
        this.texts = texts;
        sign.getStyleClass().add("verdict-sign");
        sentence.setId("compare-verdict");
        sentence.getStyleClass().add("page-title");
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        detail.setId("compare-detail");
        detail.getStyleClass().add("card-detail");
        detail.setMinWidth(0);
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, sentence, detail);
        words.getStyleClass().add("verdict-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        ComboBox<String> metric = new ComboBox<>(model.metrics());
        metric.setId("compare-metric");
        metric.setPrefWidth(112);
        metric.setMinWidth(112);
        metric.accessibleTextProperty().bind(texts.binding("compare.metric"));
        metric.valueProperty().bindBidirectional(model.metricProperty());
        Button copy = button("compare-copy", "compare.copy", Feather.COPY, this::copy);
        copy.disableProperty().bind(Bindings.createBooleanBinding(() -> plain().isEmpty(), model.saidProperty()));
        Button page = button("compare-report", "compare.report", Feather.FILE_TEXT, report);
        page.disableProperty().bind(Bindings.isEmpty(model.rows()));
        root = new HBox(sign, words, metric, copy, page);
        root.getStyleClass().addAll("verdict", "compare-verdict");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.saidProperty().addListener((o, was, is) -> show());
        model.computingProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    Region root() {
        return root;
    }

    private Button button(String id, String key, Feather icon, Runnable action) {
        Button button = Tables.button(texts, id, key, action);
        button.setGraphic(Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private String plain() {
        return texts.of(model.saidProperty().get().sentence());
    }

    /** Copies the sentence and its evidence as text. */
    void copy() {
        if (!plain().isEmpty()) {
            CopiedText.put(plain() + "\n" + texts.of(model.saidProperty().get().detail()));
        }
    }

    private void show() {
        SaidVerdict said = model.saidProperty().get();
        sentence.setText(plain());
        detail.setText(model.computingProperty().get() ? texts.get("compare.counting") : texts.of(said.detail()));
        sign.setVisible(!plain().isEmpty());
        sign.getStyleClass().setAll("verdict-sign", style(said.sign()));
        sign.getChildren()
                .setAll(
                        switch (said.sign()) {
                            case REAL -> Icons.of(Feather.CHECK);
                            case LEVEL -> Icons.of(Feather.ACTIVITY);
                            case EARLY -> Icons.of(Feather.PLUS);
                            case TRAINING -> Icons.of(Feather.PLAY, "accent");
                            case NONE -> Icons.of(Feather.MINUS);
                        });
        chance.setText(said.verdict().map(v -> texts.of(v.chance())).orElse(detail.getText()));
        sentence.setTooltip(said.verdict().isPresent() ? chance : new Tooltip(sentence.getText()));
        detail.setTooltip(new Tooltip(detail.getText()));
    }

    private static String style(SaidVerdict.Sign sign) {
        return switch (sign) {
            case REAL -> "good";
            case EARLY -> "warn";
            case LEVEL, TRAINING, NONE -> "muted";
        };
    }
}
