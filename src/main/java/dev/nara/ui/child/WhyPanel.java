package dev.nara.ui.child;

import dev.nara.explain.Attribution;
import dev.nara.explain.Attribution.Part;
import dev.nara.explain.Attribution.Without;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.FittingLabel;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Explains the selected item: a sentence, what adds to its score, its popularity, and what its place depends on. */
final class WhyPanel extends VBox {
    private static final double WIDTH = 296;
    private static final double LEAST = 252;
    /** The share of the width in a narrow workspace. */
    private static final double SHARE = .3;

    private static final double COVER = 44;
    private static final double LETTER = 20;

    private final ChildModel model;
    private final Texts texts;
    private final ObservableValue<Theme> theme;
    private final Runnable again;
    private final VBox content = new VBox();
    private final Placeholder nothing;

    /** {@code again} explains again for the model on screen; {@code whatIf} is placed below. */
    WhyPanel(ChildModel model, Texts texts, ObservableValue<Theme> theme, Runnable again, Node whatIf) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.again = again;
        this.nothing = new Placeholder(texts);
        setId("child-why");
        getStyleClass().add("why-panel");
        beside(Double.MAX_VALUE);
        content.getStyleClass().add("why-content");
        ScrollPane scroll = new LiveScroll(new VBox(content, whatIf));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        model.whyProperty().addListener((o, was, is) -> show());
        model.explainingProperty().addListener((o, was, is) -> show());
        model.explainedProperty().addListener((o, was, is) -> show());
        model.epochs().shownProperty().addListener((o, was, is) -> show());
        theme.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    /** Sets the own width so that enough of the workspace's width remains for the list. */
    void beside(double width) {
        double own = Math.rint(Math.max(LEAST, Math.min(WIDTH, SHARE * width)));
        setMinWidth(own);
        setPrefWidth(own);
        setMaxWidth(own);
    }

    private void show() {
        ListPlace place = model.explainedProperty().get();
        Why why = model.whyProperty().get();
        content.getChildren().setAll(Labels.of(texts.binding("child.why"), "card-title"));
        if (place == null) {
            nothing.empty(Text.of("child.why.empty"), null);
            content.getChildren().add(nothing);
            return;
        }
        content.getChildren().add(head(place));
        if (why != null) {
            boolean other = why.place().entry().item() != place.entry().item();
            VBox known = known(why);
            // The explanation of another item remains, dimmed, until this one is explained.
            known.setOpacity(other ? .4 : 1);
            content.getChildren().add(known);
        } else {
            content.getChildren().add(unknown());
        }
    }

    /** Says that the explanation is being computed, or offers a button to compute it. */
    private Node unknown() {
        if (!model.explainingProperty().get()) {
            return new VBox(
                    8,
                    caption(texts.get("child.why.failed")),
                    Tables.button(texts, "why-ask", "child.why.compute", again));
        }
        boolean trains = model.liveProperty().get() != null;
        return caption(texts.get(trains ? "child.why.computing.training" : "child.why.computing"));
    }

    private Node head(ListPlace place) {
        Album album = place.album();
        Canvas cover = new Canvas(COVER, COVER);
        Colours colours = Colours.of(theme.getValue());
        CoverPaint.draw(
                cover.getGraphicsContext2D(),
                COVER,
                COVER,
                model.genresProperty().get().cover(album.genre(), colours),
                album,
                LETTER);
        Label title = new Label(album.name(texts));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setId("why-album");
        Label where = new Label(texts.get(
                place.entry().heldOut() ? "child.why.place.held" : "child.why.place",
                place.entry().rank(),
                place.times() > 0
                        ? texts.get("child.seen.times", place.times())
                        : texts.get(place.entry().seen() ? "mark.seen" : "child.seen.not")));
        where.getStyleClass().add("caption");
        HBox head = new HBox(cover, new VBox(2, title, where));
        head.getStyleClass().add("why-head");
        return head;
    }

    private VBox known(Why why) {
        Label sentence = new Label(WhySentence.of(why, texts));
        sentence.setId("why-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        Tips.on(sentence, texts.get("child.why.similar.help"));
        VBox known = new VBox(sentence, parts(why), popularity(why.popularity()));
        if (!why.attribution().without().isEmpty()) {
            known.getChildren().add(without(why));
        }
        if (why.epoch() != model.epochs().now()) {
            HBox old = new HBox(
                    8,
                    caption(texts.get("child.why.epoch", why.epoch())),
                    Tables.button(texts, "why-again", "child.why.again", again));
            old.setAlignment(Pos.CENTER_LEFT);
            known.getChildren().add(old);
        }
        known.getStyleClass().add("why-known");
        return known;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node heading(String key, String unit) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label what = new Label(texts.get(key));
        what.getStyleClass().add("why-heading");
        HBox heading = new HBox(what, gap, caption(unit));
        heading.getStyleClass().add("why-section");
        return heading;
    }

    private Node parts(Why why) {
        Attribution attribution = why.attribution();
        VBox parts = new VBox(heading(
                "child.why.adds", texts.get(attribution.logOdds() ? "child.unit.log.odds" : "child.unit.score")));
        double largest = attribution.parts().stream()
                .mapToDouble(part -> Math.abs(part.amount()))
                .max()
                .orElse(0);
        boolean negatives = attribution.parts().stream().anyMatch(part -> part.amount() < 0);
        for (Part part : attribution.parts()) {
            parts.getChildren().add(row(why, part, largest, negatives));
        }
        parts.getChildren().add(caption(texts.get("way." + attribution.way())));
        parts.setId("why-parts");
        return parts;
    }

    private Node row(Why why, Part part, double largest, boolean negatives) {
        Label name = new Label(WhySentence.name(why, part, texts));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("why-name");
        Tips.on(name, part.item() >= 0 ? why.album(part.item()).name(texts) : name.getText());
        Label count = new Label(WhySentence.count(part, texts));
        count.getStyleClass().add("why-count");
        Label amount = new Label(BareNumbers.signed(part.amount(), 2));
        amount.getStyleClass().add("why-amount");
        amount.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(amount, Priority.ALWAYS);
        HBox row = new HBox(name, count, new AmountBar(largest == 0 ? 0 : part.amount() / largest, negatives), amount);
        row.getStyleClass().add("why-row");
        return row;
    }

    private Node popularity(Why.Popularity popularity) {
        Region track = new Region();
        track.getStyleClass().add("popularity-track");
        Region dot = new Region();
        dot.getStyleClass().add("popularity-dot");
        StackPane line = new StackPane(track, dot);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("popularity");
        dot.setTranslateX(popularity.above() * (getPrefWidth() - 32 - 10));
        Label said = caption(
                popularity.viewers() == 0
                        ? texts.get("child.popularity.nobody", Numbers.grouped(popularity.albums()))
                        : texts.get(
                                "child.popularity.said",
                                Numbers.grouped(popularity.rank()),
                                Numbers.grouped(popularity.albums()),
                                Math.round(popularity.children() / (double) popularity.viewers())));
        said.setId("why-popularity");
        return new VBox(heading("child.popularity", ""), line, said);
    }

    private Node without(Why why) {
        VBox all = new VBox(heading("child.why.depends", texts.get("child.unit.rank")));
        List<Without> without = why.attribution().without();
        int rank = why.attribution().rank();
        int worst = without.stream().mapToInt(Without::rank).max().orElse(1);
        for (Without each : without) {
            Label name = new FittingLabel(why.album(each.item()).briefs(texts).stream()
                    .map(brief -> texts.get("child.why.without", brief))
                    .toList());
            name.getStyleClass().add("why-without");
            Tips.on(name, why.album(each.item()).name(texts));
            Label ranks = new Label(Numbers.grouped(rank) + " → " + Numbers.grouped(each.rank()));
            ranks.getStyleClass().add("why-amount");
            ranks.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(ranks, Priority.ALWAYS);
            HBox row = new HBox(name, new RankMove(rank, each.rank(), Math.max(rank, worst)), ranks);
            row.getStyleClass().add("why-row");
            all.getChildren().add(row);
        }
        @Nullable ListPlace place = model.explainedProperty().get();
        if (place != null && place.entry().rank() != rank) {
            all.getChildren().add(caption(texts.get("child.why.learnt.again", Numbers.grouped(rank))));
        }
        all.setId("why-without");
        return all;
    }
}
