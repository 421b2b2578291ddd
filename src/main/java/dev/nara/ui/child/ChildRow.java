package dev.nara.ui.child;

import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.child.ChildRows.Group;
import dev.nara.ui.child.ChildRows.Heading;
import dev.nara.ui.child.ChildRows.More;
import dev.nara.ui.child.ChildRows.One;
import dev.nara.ui.child.ChildRows.Row;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the list of children: a heading, a child on a line of 24 pixels, or the number of further children. */
final class ChildRow extends ListCell<Row> {
    private static final double BAR = 32;
    private static final double NAME = 72;

    private final ChildModel model;
    private final ChildWords words;
    private final Texts texts;
    private final Label group = new Label();
    private final Label count = new Label();
    private final HBox heading;
    private final Hyperlink more = new Hyperlink();
    private final Region eye = Icon.of(Feather.EYE);
    private final Label id = new Label();
    private final Region sex = new Region();
    private final Label facts = new Label();
    private final Label views = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Label figure = new Label();
    private final HBox one;

    /** An icon that keeps its space when it is hidden. */
    private static final class Icon {
        static Region of(Feather sign) {
            StackPane box = new StackPane(Icons.of(sign, "accent"));
            box.getStyleClass().add("rail-eye");
            return box;
        }
    }

    ChildRow(ChildModel model, ChildWords words, Texts texts, Consumer<Group> open) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading = new HBox(group, gap, count);
        heading.getStyleClass().add("rail-heading");
        more.setOnAction(e -> {
            if (getItem() instanceof More row) {
                open.accept(row.group());
            }
        });
        more.getStyleClass().add("rail-more");
        sex.getStyleClass().add("sex-glyph");
        facts.getStyleClass().add("rail-facts");
        facts.setMaxWidth(Double.MAX_VALUE);
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        views.getStyleClass().add("rail-number");
        figure.getStyleClass().add("rail-number");
        id.getStyleClass().add("rail-id");
        id.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("rail-bar-fill");
        track.getStyleClass().add("rail-bar");
        track.setAlignment(Pos.CENTER_LEFT);
        one = new HBox(eye, id, sex, facts, views, track, figure);
        one.getStyleClass().add("rail-child");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setMouseTransparent(row instanceof Heading);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
        } else if (row instanceof Heading head) {
            group.setText(texts.get("group." + head.group()));
            count.setText(Numbers.grouped(head.count()));
            setGraphic(heading);
        } else if (row instanceof More rest) {
            more.setText(texts.get("child.more", Numbers.grouped(rest.count())));
            setGraphic(more);
        } else if (row instanceof One child) {
            show(child);
            setGraphic(one);
        }
    }

    private void show(One row) {
        Child child = row.child();
        eye.setVisible(row.watched());
        id.setText(words.id(child));
        id.setMinWidth(words.masked() ? NAME : USE_PREF_SIZE);
        String letter = words.masked() ? "" : child.facts().sex();
        sex.getStyleClass().removeAll("girl", "boy");
        if (letter.equalsIgnoreCase("F")) {
            sex.getStyleClass().add("girl");
        } else if (letter.equalsIgnoreCase("M")) {
            sex.getStyleClass().add("boy");
        }
        sex.setVisible(!letter.isEmpty());
        sex.setManaged(!words.masked());
        // The icon shows the sex; there is only space for its word if all users are children.
        facts.setText(child.facts().young() ? words.sexAndAge(child) : words.age(child));
        views.setText(words.views(child.views()));
        Scored scored = model.scoredProperty().get();
        double of = scored.of(child);
        figure.setText(Double.isNaN(of) ? "–" : BareNumbers.rounded(of, 3));
        bar.setMaxWidth(Double.isNaN(of) ? 0 : Math.max(of > 0 ? 1 : 0, BAR * Math.min(1, of)));
        track.setVisible(!Double.isNaN(of));
        track.setManaged(scored.known());
        figure.setVisible(scored.known());
        figure.setManaged(scored.known());
        setAccessibleText(
                scored.known()
                        ? texts.get(
                                "child.row",
                                words.name(child),
                                words.sexAndAge(child),
                                views.getText(),
                                figure.getText())
                        : texts.get("child.row.unscored", words.name(child), words.sexAndAge(child), views.getText()));
    }
}
