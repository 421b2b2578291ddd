package dev.nara.ui.palette;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The palette's card: the field, the results in groups, and the keys that can be used. */
final class PaletteView extends VBox {
    private static final double WIDTH = 680;
    private static final double ROW = 32;
    private static final double CAPTION = 24;
    private static final int MOST_ROWS = 10;
    private static final int FEWER_ROWS = 7;
    private static final double LOW = 720;

    private final Texts texts;
    private final TextField words = new TextField();
    private final Label count = new Label();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new LiveScroll(lines);
    private final List<PaletteRow> rows = new ArrayList<>();

    PaletteView(Texts texts) {
        this.texts = texts;
        setId("palette");
        getStyleClass().add("palette");
        setPrefWidth(WIDTH);
        setMinWidth(0);
        lines.getStyleClass().add("palette-lines");
        scroll.setId("palette-found");
        scroll.getStyleClass().addAll("edge-to-edge", "palette-found");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().setAll(field(), scroll, foot());
    }

    private Node field() {
        words.setId("palette-words");
        words.promptTextProperty().bind(texts.binding("palette.prompt"));
        words.getStyleClass().add("palette-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        count.setId("palette-count");
        count.getStyleClass().add("caption");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox field = new HBox(Icons.of(Feather.SEARCH), words, count, PaletteRow.caps(List.of("Esc")));
        field.getStyleClass().add("palette-field");
        return field;
    }

    private Node foot() {
        HBox foot = new HBox(
                key("↑ ↓", "palette.move"),
                key("Enter", "palette.do"),
                key("Tab", "palette.group"),
                key("Ctrl Enter", "palette.keep"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        foot.getChildren().add(gap);
        for (Group group : Group.values()) {
            if (!group.prefix().isEmpty()) {
                Label label = new Label();
                label.textProperty().bind(texts.binding("sought." + group.name(), group.prefix()));
                label.getStyleClass().add("caption");
                foot.getChildren().add(label);
            }
        }
        foot.getStyleClass().add("palette-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    private Node key(String cap, String text) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(text));
        label.getStyleClass().add("caption");
        HBox key = new HBox(PaletteRow.caps(List.of(cap)), label);
        key.getStyleClass().add("palette-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    TextField words() {
        return words;
    }

    void count(String shown) {
        count.setText(shown);
    }

    /** Removes the results. */
    void clear() {
        rows.clear();
        lines.getChildren().clear();
    }

    /** Adds a caption and the lines below it. */
    void add(String caption, List<Hit> hits) {
        Label label = new Label(caption);
        label.getStyleClass().add("palette-caption");
        label.setMinHeight(CAPTION);
        lines.getChildren().add(label);
        for (Hit hit : hits) {
            PaletteRow row = new PaletteRow(hit);
            rows.add(row);
            lines.getChildren().add(row);
        }
    }

    /** Adds a line that says that nothing was found and leads elsewhere. */
    void addAlone(Hit hit) {
        PaletteRow row = new PaletteRow(hit);
        rows.add(row);
        lines.getChildren().add(row);
    }

    List<PaletteRow> rows() {
        return rows;
    }

    /** Sets the height for the results; more than ten lines, or fewer in a low window, are scrolled. */
    void fit(double windowHeight) {
        int most = windowHeight < LOW ? FEWER_ROWS : MOST_ROWS;
        int captions = lines.getChildren().size() - rows.size();
        double padding = 12;
        double wanted = rows.size() * ROW + captions * CAPTION + padding;
        double height = Math.min(wanted, most * ROW + Math.min(captions, Group.values().length) * CAPTION + padding);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(lines.getChildren().isEmpty() ? ROW : height);
        scroll.setVvalue(0);
    }

    /** Scrolls to a line. */
    void reveal(PaletteRow row) {
        scroll.layout();
        double whole = lines.getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        if (whole <= seen) {
            return;
        }
        Bounds at = row.getBoundsInParent();
        double top = scroll.getVvalue() * (whole - seen);
        double to = Math.max(Math.min(top, at.getMinY() - CAPTION), at.getMaxY() - seen);
        scroll.setVvalue(Math.max(0, to) / (whole - seen));
    }
}
