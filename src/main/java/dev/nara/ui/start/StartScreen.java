package dev.nara.ui.start;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The start screen, shown while no data are open: three cards and the recent data. Enter continues the last run, or opens the sample. */
public final class StartScreen {
    private static final double WIDTH = 1008;
    /** In a higher window, the content is moved down by a quarter of the additional height. */
    private static final double USUAL_HEIGHT = 720;

    private final StartModel model;
    private final Texts texts;
    private final StartRequests requests;
    private final Map<StartModel.Card, StartCard> shown = new EnumMap<>(StartModel.Card.class);
    private final ReadingPart reading;
    private final HBox cards = new HBox();
    private final VBox column = new VBox();
    private final ScrollPane view;
    private final Button sample = new Button();
    private final Button goOn = new Button();

    public StartScreen(StartModel model, Texts texts, StartRequests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        reading = new ReadingPart(model, texts, requests);
        sample.setId("start-sample-open");
        sample.setOnAction(e -> requests.sample());
        goOn.setId("start-go-on");
        goOn.setOnAction(e -> model.factsProperty().get().last().ifPresent(requests::goOn));
        for (Button each : List.of(sample, goOn)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        cards.getStyleClass().add("start-cards");
        column.setMaxWidth(WIDTH);
        column.getStyleClass().add("start-column");
        StackPane page = new StackPane(column);
        page.getStyleClass().add("start-page");
        view = new LiveScroll(page);
        view.setId("start-screen");
        view.setFitToWidth(true);
        view.setFitToHeight(true);
        view.setMinHeight(0);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().addAll("edge-to-edge", "start-screen");
        view.setFocusTraversable(false);
        view.heightProperty()
                .addListener((o, was, is) -> StackPane.setMargin(
                        column, new Insets(Math.max(0, (is.doubleValue() - USUAL_HEIGHT) / 4), 0, 0, 0)));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        shown.put(StartModel.Card.OPEN, OpenCard.of(model, texts, requests));
        shown.put(StartModel.Card.SAMPLE, SampleCard.of(model, texts, sample));
        for (Observable each : List.of(model.readingProperty(), model.problemProperty(), model.askedProperty())) {
            each.addListener(o -> say());
        }
        model.factsProperty().addListener((o, was, is) -> show(is));
        texts.localeProperty()
                .addListener((o, was, is) -> show(model.factsProperty().get()));
        show(model.factsProperty().get());
    }

    /** The root of the screen. */
    public Region view() {
        return view;
    }

    /** Moves the focus to the default button. */
    public void takeKeys() {
        main().requestFocus();
    }

    /** Shows the progress or failure of reading on the card from which it was started. */
    private void say() {
        shown.forEach((kind, card) -> reading.on(card, kind));
    }

    private Button main() {
        return model.factsProperty().get().last().filter(LastRun::there).isPresent() ? goOn : sample;
    }

    private void show(StartFacts facts) {
        boolean had =
                goOn.isFocused() || sample.isFocused() || cards.getChildren().isEmpty();
        shown.remove(StartModel.Card.CONTINUE);
        facts.last().ifPresent(last -> shown.put(StartModel.Card.CONTINUE, ContinueCard.of(model, last, texts, goOn)));
        cards.getChildren().setAll(shown.values());
        say();
        column.getChildren().setAll(title(), cards);
        if (!facts.recent().isEmpty()) {
            column.getChildren().add(new RecentRows(texts, requests).of(facts.recent()));
        }
        for (Button each : List.of(sample, goOn)) {
            each.getStyleClass().remove("accent");
            each.setDefaultButton(false);
        }
        main().getStyleClass().add("accent");
        main().setDefaultButton(true);
        if (had) {
            takeKeys();
        }
    }

    private Node title() {
        Label name = Labels.whole(texts.binding("app.title"), "page-title");
        Label what = Labels.of(texts.binding("start.what"), "muted");
        Label here = Labels.whole(texts.binding("start.private"), "start-private");
        here.setGraphic(Icons.of(Feather.LOCK));
        Tips.on(here, texts.binding("start.private.help"));
        HBox row = new HBox(name, what, StartCard.gap(), here);
        row.getStyleClass().add("start-title");
        return row;
    }

    /** The digits open recent data. */
    private void pressed(KeyEvent event) {
        List<RecentData> recent = model.factsProperty().get().recent();
        if (!event.getCode().isDigitKey()
                || event.isShortcutDown()
                || !model.readingProperty().get().isEmpty()) {
            return;
        }
        int wanted = Character.digit(event.getCode().getName().charAt(0), 10) - 1;
        if (wanted >= 0 && wanted < recent.size()) {
            new RecentRows(texts, requests).act(recent.get(wanted));
            event.consume();
        }
    }
}
