package dev.nara.ui.data.cards;

import dev.nara.spec.SplitParts;
import dev.nara.spec.SplitParts.Days;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.figures.DataWords;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The figures of one part of a split: its days, users, how many of them are in the training part, and rows. */
final class PartColumn extends VBox {
    private static final String BETWEEN = " · ";
    private static final double GAP = 1;

    private final Label name = new Label();
    private final Label days = new Label();
    private final Label users = new Label();
    private final Label more = new Label();
    private final Bar bar = new Bar();
    private final Label trained = new Label();
    private final Label untrained = new Label();
    private final Label rows = new Label();

    /** {@code part} determines the colour and the texts: train, validation or test. */
    PartColumn(String part) {
        setId("part-" + part);
        getStyleClass().addAll("part", "part-" + part);
        Region square = new Region();
        square.getStyleClass().add("part-square");
        name.getStyleClass().add("strong");
        days.getStyleClass().add("muted");
        users.getStyleClass().add("strong");
        HBox first = new HBox(6, square, name, days);
        first.setAlignment(Pos.CENTER_LEFT);
        trained.getStyleClass().add("caption");
        untrained.getStyleClass().addAll("caption", "strong", "warn");
        rows.getStyleClass().add("caption");
        for (Label label : new Label[] {name, users, untrained}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        setMinWidth(0);
        getChildren().addAll(first, new HBox(users, more), bar, new HBox(trained, untrained), rows);
    }

    /** Shows the training part. */
    void show(SplitParts.Train train, DataWords words) {
        name.setText(words.texts().get("data.part.train"));
        days(train.days().map(words::part).orElse(""));
        users.setText(words.users(train.users()));
        more.setText(BETWEEN + words.items(train.items()));
        bar.show(1, 0);
        trained.setText(rows(train.rows(), train.days(), words));
        untrained.setText("");
        rows.setText(words.get("pairs.count", Numbers.grouped(train.pairs())));
        stale(false);
    }

    private static String rows(int rows, Optional<Days> days, DataWords words) {
        String counted = Numbers.grouped(rows);
        return days.map(d -> words.texts().get("data.part.rows.days", counted, Numbers.grouped(d.count())))
                .orElseGet(() -> words.texts().get("data.part.rows", counted));
    }

    /**
     * Shows a held-out part.
     *
     * @param known the number of evaluated users with training rows
     * @param fate the key of a text on what happens to the other users, with their number
     */
    void show(String part, SplitParts.Held held, int known, String fate, DataWords words) {
        name.setText(words.texts().get("data.part." + part));
        days(held.days().map(words::part).orElse(""));
        users.setText(words.users(held.users()));
        more.setText(" " + words.texts().get("data.part.scored"));
        bar.show(known, held.untrained());
        trained.setText(
                held.untrained() == 0
                        ? words.texts().get("data.part.all.trained")
                        : words.texts().get("data.part.trained", Numbers.grouped(known)) + BETWEEN);
        untrained.setText(held.untrained() == 0 ? "" : words.texts().get(fate, Numbers.grouped(held.untrained())));
        String counted = held.days().isPresent()
                ? words.texts().get("data.part.rows", Numbers.grouped(held.rows()))
                : words.get("pairs.find", Numbers.grouped(held.pairs()));
        rows.setText(counted + "; " + words.texts().get("data.part." + part + ".use"));
        Tips.on(rows, rows.getText());
        stale(false);
    }

    /** Shows that there is no such part. */
    void none(String part, DataWords words) {
        name.setText(words.texts().get("data.part." + part));
        days("");
        users.setText("");
        more.setText(words.texts().get("data.part.none"));
        bar.show(0, 0);
        trained.setText(words.texts().get("data.part.none.use"));
        untrained.setText("");
        rows.setText("");
        stale(false);
    }

    /** Updates the column while a border is dragged: days and rows are known at once, users are not. */
    void moving(Days now, int count, DataWords words) {
        days(words.part(now));
        rows.setText(words.texts()
                .get("data.part.rows.days", Numbers.grouped(count), Numbers.grouped(Math.max(0, now.count()))));
        stale(true);
    }

    private void days(String text) {
        days.setText(text);
        Tips.on(days, text);
    }

    private void stale(boolean is) {
        for (Node node : new Node[] {users, more, bar, trained, untrained}) {
            node.setOpacity(is ? 0.35 : 1);
        }
    }

    /** A bar with the shares of users with and without training rows. */
    private static final class Bar extends Region {
        private final Region first = new Region();
        private final Region second = new Region();
        private double share = 1;

        Bar() {
            getStyleClass().add("part-bar");
            first.getStyleClass().add("part-trained");
            second.getStyleClass().add("part-untrained");
            getChildren().addAll(first, second);
        }

        void show(double trained, double untrained) {
            setVisible(trained + untrained > 0);
            share = trained / Math.max(1, trained + untrained);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double left = Math.floor(getWidth() * share);
            first.resizeRelocate(0, 0, left, getHeight());
            second.resizeRelocate(left + GAP, 0, share < 1 ? Math.max(0, getWidth() - left - GAP) : 0, getHeight());
        }
    }
}
