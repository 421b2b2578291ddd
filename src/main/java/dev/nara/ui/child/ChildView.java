package dev.nara.ui.child;

import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Listing;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Stars;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Child workspace: the child and its history, its list after every epoch, and why an item is in it. */
final class ChildView {
    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final ChildRequests requests;
    private final Captions captions;
    private final ChildBar bar;
    private final PlayButton play;
    private final ListArea area;
    private final Label found = new Label();
    private final Label figure = new Label();
    private final Label moved = new Label();
    private final Label ended = new Label();
    private final HBox endedStrip = new HBox();
    private final HBox triedStrip = new HBox();
    private final Label triedFound = new Label();
    private final HBox caption = new HBox();
    private final Placeholder nothing;
    private final VBox lists = new VBox();
    private final HBox root;
    private boolean trainsAny;

    /** The parts of the view around the list. */
    record Parts(ChildHead head, WhatIf whatIf, OtherRun otherRun) {}

    ChildView(
            ChildModel model,
            Session session,
            Texts texts,
            ObservableValue<Theme> theme,
            ChildRequests requests,
            Parts parts) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.requests = requests;
        this.captions = new Captions(model, texts);
        this.bar = new ChildBar(model, session, texts, requests, parts.otherRun());
        this.play = new PlayButton(model, texts);
        this.area = new ListArea(model, texts, theme, bar.table().selectedProperty());
        this.nothing = new Placeholder(texts);
        strips(parts.whatIf());
        EpochScrubber scrubber = new EpochScrubber(model, texts, theme);
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        HBox epochs = new HBox(play, scrubber);
        epochs.getStyleClass().add("epoch-row");
        VBox.setVgrow(area, Priority.ALWAYS);
        lists.getStyleClass().add("child-lists");
        caption();
        lists.getChildren().setAll(bar, epochs, endedStrip, triedStrip, caption, area);
        StackPane below = new StackPane(lists, nothing);
        below.heightProperty().addListener((o, was, is) -> scrubber.room(is.doubleValue()));
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox middle = new VBox(parts.head().with(requests::watch), below);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        WhatIfPanel whatIf = new WhatIfPanel(model, parts.whatIf(), texts, theme);
        WhyPanel why = new WhyPanel(model, texts, theme, requests::explainAgain, whatIf);
        root = new HBox(middle, why);
        root.widthProperty().addListener((o, was, is) -> why.beside(is.doubleValue()));
        root.setId("child-workspace");
        root.getStyleClass().add("child-workspace");
        listen();
        show();
    }

    Region root() {
        return root;
    }

    ChildBar bar() {
        return bar;
    }

    PlayButton play() {
        return play;
    }

    private void listen() {
        for (ObservableValue<?> each : List.of(
                model.listingProperty(),
                model.chosenProperty(),
                model.scoredProperty(),
                model.runProperty(),
                model.liveProperty(),
                model.triedProperty(),
                model.besideProperty(),
                model.epochs().shownProperty(),
                model.epochs().momentsProperty(),
                session.modelProperty(),
                session.namesProperty(),
                texts.localeProperty())) {
            each.addListener((o, was, is) -> show());
        }
        model.list().addListener((ListChangeListener<ListPlace>) change -> show());
        model.heldOut().addListener((ListChangeListener<HeldOut>) change -> show());
    }

    private void strips(WhatIf whatIf) {
        endedStrip.getStyleClass().addAll("strip", "warn");
        endedStrip.getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE, "warn"), ended);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        triedStrip.setId("child-tried");
        triedStrip.getStyleClass().addAll("strip", "tried-strip");
        triedFound.getStyleClass().add("caption");
        triedStrip
                .getChildren()
                .setAll(
                        Labels.whole(texts.binding("child.tried"), "strong"),
                        triedFound,
                        gap,
                        Tables.button(texts, "child-tried-reset", "child.whatif.reset", whatIf::reset));
    }

    private void caption() {
        found.setId("child-found");
        found.getStyleClass().add("strong");
        figure.setId("child-figure");
        figure.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label held = Labels.whole(texts.binding("mark.held.out"), "caption");
        held.setGraphic(Stars.one());
        Label seen = Labels.whole(texts.binding("mark.seen"), "caption");
        seen.setGraphic(Icons.of(Feather.CHECK));
        moved.getStyleClass().add("caption");
        moved.setMinWidth(Region.USE_PREF_SIZE);
        caption.getChildren().setAll(found, figure, gap, held, seen, moved);
        caption.getStyleClass().add("list-caption");
    }

    /** {@code live} has the progress of all running runs. */
    void live(Map<Long, ?> live) {
        trainsAny = !live.isEmpty();
        show();
    }

    private void show() {
        found.setText(captions.found());
        figure.setText(captions.figure());
        String since = captions.compared();
        moved.setText(since);
        moved.setVisible(!since.isEmpty());
        moved.setManaged(!since.isEmpty());
        String end = captions.ended();
        ended.setText(end);
        boolean tried = model.triedProperty().get() != null;
        caption.setVisible(!tried);
        caption.setManaged(!tried);
        triedFound.setText(tried ? captions.tried() : "");
        endedStrip.setVisible(!end.isEmpty());
        endedStrip.setManaged(!end.isEmpty());
        triedStrip.setVisible(tried);
        triedStrip.setManaged(tried);
        area.name(bar::name);
        showPlaceholder();
    }

    /** Shows a placeholder if there are no lists. */
    private void showPlaceholder() {
        Child child = model.chosenProperty().get();
        boolean some = child != null && session.modelProperty().get() != null;
        lists.setVisible(some);
        nothing.setVisible(!some);
        if (some) {
            return;
        }
        Listing state = model.listingProperty().get();
        if (state == Listing.NO_DATA) {
            nothing.empty(Text.of("child.no.data"), new Placeholder.Step(Text.of("action.open"), requests::open));
        } else if (state == Listing.LOADING) {
            nothing.loading(Text.of("child.loading"), null);
        } else if (child == null) {
            nothing.empty(Text.of("child.choose"), null);
        } else if (trainsAny) {
            nothing.empty(Text.of("child.before.first"), null);
        } else {
            nothing.empty(Text.of("child.no.run"), new Placeholder.Step(Text.of("child.to.train"), requests::train));
        }
    }
}
