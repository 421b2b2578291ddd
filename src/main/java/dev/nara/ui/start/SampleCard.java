package dev.nara.ui.start;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card that opens the bundled sample, with a drawing of a list whose albums move. */
final class SampleCard {
    private SampleCard() {}

    static StartCard of(StartModel model, Texts texts, Button open) {
        open.textProperty().bind(texts.binding("start.sample.open"));
        open.disableProperty().bind(model.readingProperty().isNotEmpty());
        WhyOff.say(open, texts.binding("off.reading"));
        HBox foot = new HBox(open, StartCard.gap(), Labels.of(texts.binding("start.sample.bundled"), "caption"));
        foot.getStyleClass().add("start-foot");
        return new StartCard(
                texts,
                StartModel.Card.SAMPLE,
                Feather.LOADER,
                new Region(),
                drawing(),
                Labels.wrapped(texts.binding("start.sample.words"), "start-words"),
                foot);
    }

    /** Albums of the sample at invented ranks. */
    private static Region drawing() {
        VBox rows = new VBox(
                row("1", "완두콩을 찾는 살구 2화", "코믹", 4, "fifth"),
                row("2", "버들이와 읽어요", "창작그림책", 1, "fourth"),
                row("3", "갯벌 운동장 작은 책방 11권", "생활동화", -2, "first"));
        rows.getStyleClass().addAll("start-picture", "start-list");
        rows.getChildren().get(2).getStyleClass().add("last");
        return rows;
    }

    private static Node row(String rank, String title, String genre, int moved, String colour) {
        Region bar = new Region();
        bar.getStyleClass().addAll("start-genre", colour);
        Label name = new Label(title);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label by = new Label(Integer.toString(Math.abs(moved)));
        by.setGraphic(moved > 0 ? Icons.of(Feather.CHEVRON_UP, "good") : Icons.of(Feather.CHEVRON_DOWN));
        by.getStyleClass().addAll("caption", moved > 0 ? "good" : "muted");
        by.setMinWidth(Region.USE_PREF_SIZE);
        Label place = label(rank, "muted");
        place.getStyleClass().add("rank");
        place.setMinWidth(Region.USE_COMPUTED_SIZE);
        HBox row = new HBox(place, bar, name, label(genre, "caption"), by);
        row.getStyleClass().add("sample-row");
        return row;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
