package dev.nara.ui.data;

import dev.nara.data.Finding;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.Glimpse;
import dev.nara.ui.common.PieceByPiece;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.cards.ReadCard;
import dev.nara.ui.data.cards.RepairCard;
import dev.nara.ui.data.cards.SplitCard;
import dev.nara.ui.data.cards.Tried;
import dev.nara.ui.data.cards.Verdict;
import dev.nara.ui.data.figures.DataWords;
import dev.nara.ui.data.figures.FiguresPanel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page: the verdict, cards on what was read, repaired and split, and the charts to the right. */
final class DataPage extends VBox {
    private static final double PANEL = 300;
    /** Below this width of the page, the charts are below the cards, in pixels. */
    static final double NARROW = 900;

    private static final double STALE = 0.45;

    /** In a higher window, half of the additional height is for rows of findings; the charts get the rest. */
    private static final double USUAL_HEIGHT = 740;

    private static final double FINDING = 46;

    private final Texts texts;
    private final VerdictBar verdict;
    private final ReadCard read;
    private final RepairCard repaired;
    private final SplitCard split;
    private final FiguresPanel figures;
    private final HBox changed = new HBox();
    private final Label changedFiles = new Label();
    private final HBox columns;
    private final VBox body;
    private final PieceByPiece appearing = new PieceByPiece();
    private @Nullable Opened opened;
    private @Nullable Glimpse glimpse;
    /** Whether the first rows cannot be read. */
    private boolean unseen;

    private @Nullable Tried tried;
    private String problem = "";
    /** Whether the verdict is about other data, which are being read or could not be. */
    private boolean aside;

    DataPage(
            Texts texts,
            VerdictBar verdict,
            ReadCard read,
            RepairCard repaired,
            SplitCard split,
            FiguresPanel figures,
            Runnable again) {
        this.texts = texts;
        this.verdict = verdict;
        this.read = read;
        this.repaired = repaired;
        this.split = split;
        this.figures = figures;
        VBox left = new VBox(12, read, repaired, split);
        left.setMinWidth(0);
        VBox.setVgrow(split, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        figures.setMinWidth(PANEL);
        figures.setPrefWidth(PANEL);
        columns = new HBox(12, left, figures);
        VBox.setVgrow(columns, Priority.ALWAYS);
        body = new VBox(12, columns);
        VBox.setVgrow(body, Priority.ALWAYS);
        widthProperty().addListener((o, was, is) -> arrange(is.doubleValue() < NARROW));
        changed.getStyleClass().addAll("strip", "warn");
        changed.setId("data-changed");
        changed.managedProperty().bind(changed.visibleProperty());
        changed.setVisible(false);
        Button reread = Tables.button(texts, "data-changed-again", "data.again", again);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        changed.getChildren().addAll(changedFiles, gap, reread);
        getStyleClass().addAll("page", "data-page");
        getChildren().addAll(verdict, changed, body);
    }

    private void arrange(boolean narrow) {
        boolean below = body.getChildren().contains(figures);
        if (narrow && !below) {
            columns.getChildren().remove(figures);
            body.getChildren().add(figures);
        } else if (!narrow && below) {
            body.getChildren().remove(figures);
            columns.getChildren().add(figures);
        }
    }

    /** Sets the height available for the page, in pixels. */
    void room(double height) {
        repaired.room((int) Math.max(0, (height - USUAL_HEIGHT) / FINDING));
    }

    /** The words for the open data; null before any are shown. */
    @Nullable
    DataWords words() {
        return opened == null
                ? null
                : new DataWords(texts, opened.dataset().format().equals("service"));
    }

    /** Shows other data, or the same in another preparation. */
    void show(Opened now) {
        boolean other =
                opened == null || !opened.prepared().raw().equals(now.prepared().raw());
        opened = now;
        aside = false;
        glimpse = other ? null : glimpse;
        unseen &= !other;
        tried = other ? null : tried;
        problem = "";
        if (other) {
            appear();
        } else {
            again();
        }
    }

    /** Shows the cards of other data in one frame after another, for the layout of all at once would hold up the window. */
    private void appear() {
        List<Node> cards = List.of(read, repaired, split, figures);
        cards.forEach(card -> card.setVisible(false));
        body.setVisible(true);
        verdict();
        appearing.run(cards.stream()
                .<Runnable>map(card -> () -> {
                    card.setVisible(true);
                    fill(card);
                })
                .toList());
    }

    private void fill(Node card) {
        DataWords words = words();
        if (opened == null || words == null) {
            return;
        }
        if (card == read) {
            read.show(opened, glimpse, words);
            if (unseen) {
                read.unseen();
            }
        } else if (card == repaired) {
            repaired.show(opened);
        } else if (card == split) {
            split.show(opened, words);
            splitResult();
        } else {
            figures.show(opened, read(opened), tried == null ? null : tried.parts(), words);
        }
    }

    private void splitResult() {
        if (tried != null) {
            split.show(tried);
        } else if (!problem.isEmpty()) {
            split.failed(problem);
        }
    }

    /** Shows the first rows. */
    void show(Glimpse rows) {
        glimpse = rows;
        DataWords words = words();
        if (opened != null && words != null) {
            read.show(opened, rows, words);
        }
    }

    /** Says that the first rows cannot be read. */
    void unseen() {
        unseen = true;
        read.unseen();
    }

    /** Shows the result of a split. */
    void show(Tried now) {
        tried = now;
        problem = "";
        stale(false);
        split();
    }

    /** Shows why the split cannot be made; "" if no reason is known. */
    void problem(String why) {
        if (!why.isEmpty()) {
            problem = why;
            tried = null;
            stale(false);
            split();
        }
    }

    /** Redraws everything, for example in another language. */
    void again() {
        if (opened == null) {
            return;
        }
        appearing.stop();
        body.setVisible(!aside);
        for (Node card : List.of(read, repaired, split, figures)) {
            fill(card);
            card.setVisible(true);
        }
        if (!aside) {
            verdict();
        }
    }

    /** Shows the result of the split on the cards that have appeared; the others get it when they appear. */
    private void split() {
        if (split.isVisible()) {
            splitResult();
        }
        if (figures.isVisible()) {
            fill(figures);
        }
        if (!aside) {
            verdict();
        }
    }

    /** The counts before the first step of the preparation. */
    private static Step.Counts read(Opened opened) {
        List<Step> steps = opened.prepared().steps();
        var profile = opened.profile();
        return steps.isEmpty()
                ? new Step.Counts(
                        profile.rows(),
                        profile.activeUsers(),
                        profile.watchedItems(),
                        opened.dataset().items().size(),
                        0)
                : steps.get(0).before();
    }

    /** Shows the verdict on the open data. */
    void verdict() {
        DataWords words = words();
        if (opened == null || words == null) {
            return;
        }
        List<Finding> findings = opened.quality();
        Verdict.Known known = new Verdict.Known(
                opened.profile().rows(),
                opened.profile().activeUsers(),
                findings,
                opened.prepared().recipe().preparation().repairs(),
                problem);
        aside = false;
        body.setVisible(true);
        verdict.show(Verdict.of(known, tried == null ? null : tried.parts(), words));
    }

    private void putAside() {
        aside = true;
        body.setVisible(false);
        changed.setVisible(false);
    }

    /** Shows that other data are being read. */
    void reading(String name, double share) {
        putAside();
        verdict.reading(name, share);
    }

    /** Shows that other data could not be read. */
    void failed(String name, String why, List<Button> remedies) {
        putAside();
        verdict.failed(name, why, remedies);
    }

    /** Dims the figures while they are computed again. */
    void stale(boolean is) {
        for (Node node : List.of(figures, split, verdict)) {
            node.setOpacity(is ? STALE : 1);
        }
    }

    /** Shows how many files have changed since they were read. */
    void changed(long files) {
        changed.setVisible(files > 0 && body.isVisible());
        changedFiles.setText(texts.get(files == 1 ? "data.changed.one" : "data.changed", files));
    }

    /** Moves the focus to a card, counted from 1. */
    void focus(int card) {
        Node first = List.of(read, repaired, split).get(card - 1);
        first.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
