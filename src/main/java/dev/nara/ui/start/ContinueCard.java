package dev.nara.ui.start;

import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card with the last run and its curve, and a button that continues with it. */
final class ContinueCard {
    private ContinueCard() {}

    static StartCard of(StartModel model, LastRun last, Texts texts, Button go) {
        go.setText(texts.get(last.resumable() ? "start.resume" : "start.continue"));
        go.disableProperty().bind(model.readingProperty().isNotEmpty().or(new SimpleBooleanProperty(!last.there())));
        WhyOff.say(go, texts.binding(last.there() ? "off.reading" : "start.gone"));
        HBox foot = new HBox(go, StartCard.keys("Enter"));
        foot.getStyleClass().add("start-foot");
        if (!last.there()) {
            Label gone = new Label(texts.get("start.gone"));
            gone.getStyleClass().addAll("caption", "warn");
            foot.getChildren().set(1, gone);
        }
        Label when = new Label(Days.moment(
                OffsetDateTime.parse(last.run().created())
                        .atZoneSameInstant(ZoneId.systemDefault())
                        .toLocalDateTime(),
                texts));
        when.getStyleClass().add("caption");
        StartCard card = new StartCard(
                texts,
                StartModel.Card.CONTINUE,
                Feather.PLAY,
                when,
                new LastRunCurve(last, texts),
                words(last, texts),
                foot);
        card.getStyleClass().add("last");
        return card;
    }

    private static VBox words(LastRun last, Texts texts) {
        Locale locale = texts.locale();
        Label title = new Label(last.title(locale));
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        Label on = new Label(texts.get("start.on", last.run().spec().dataName()));
        on.getStyleClass().add("muted");
        HBox first = new HBox(title, on);
        first.getStyleClass().add("start-first");
        Label second = Labels.wrapped(new SimpleStringProperty(last.result(locale)), "muted");
        VBox words = new VBox(first, second);
        words.getStyleClass().add("start-words");
        return words;
    }
}
