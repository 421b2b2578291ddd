package dev.nara.ui.export;

import dev.nara.competition.CompositionSetup;
import dev.nara.data.Dataset;
import dev.nara.split.Split;
import dev.nara.text.Text;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.FittingLabel;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Stars;
import dev.nara.ui.common.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The recipe's list for one of the scored children: the block of each place, what was found, and what the child had seen before. */
final class OneListPane extends VBox {
    private static final int COLUMN = 13;

    private final ExportModel model;
    private final Texts texts;
    private final Pseudonymiser names;
    private final MenuButton who = new MenuButton();
    private final StackPane content = new StackPane();
    private final Label found = new Label();

    OneListPane(ExportModel model, Texts texts, Pseudonymiser names) {
        this.model = model;
        this.texts = texts;
        this.names = names;
        getStyleClass().add("card");
        setPrefWidth(100);
        setFocusTraversable(true);
        accessibleTextProperty().bind(texts.binding("export.one.list"));
        who.setId("list-child");
        who.getStyleClass().addAll("chip", "setting-chip");
        who.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Labels.whole(texts.binding("export.one.list"), "card-title"), gap, who);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        found.getStyleClass().add("caption");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label heldOut = Labels.of(texts.binding("export.held.out"), "caption");
        heldOut.setGraphic(Stars.one());
        Label seen = Labels.of(texts.binding("export.seen.before"), "caption");
        seen.setGraphic(Icons.of(Feather.CHECK, "small-icon"));
        heldOut.setMinWidth(USE_PREF_SIZE);
        seen.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(8, found, between, heldOut, seen);
        getChildren().addAll(head, content, foot);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        for (Observable each : new Observable[] {
            model.judgedProperty(),
            model.childProperty(),
            names.onProperty(),
            texts.localeProperty(),
            model.countingProperty(),
            model.needsLookProperty()
        }) {
            each.addListener(o -> show());
        }
        show();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            go(model.childProperty().get() + (e.getCode() == KeyCode.DOWN ? 1 : -1));
            e.consume();
        }
    }

    private void go(int place) {
        ExportModel.Judged judged = model.judgedProperty().get();
        int users = judged == null ? 0 : judged.scored().users().length;
        if (users > 0) {
            model.childProperty().set(Math.floorMod(place, users));
        }
    }

    private void show() {
        ExportModel.Judged judged = model.judgedProperty().get();
        boolean any = judged != null && judged.scored().users().length > 0;
        who.setVisible(any);
        if (judged == null || !any) {
            found.setText("");
            content.getChildren()
                    .setAll(
                            model.countingProperty().get()
                                    ? new Placeholder(texts).loading(Text.of("export.counting"), null)
                                    : new Placeholder(texts)
                                            .empty(
                                                    Text.of(
                                                            model.needsLookProperty()
                                                                            .get()
                                                                    ? "export.needs.look.list"
                                                                    : "export.one.list.empty"),
                                                    null));
            return;
        }
        CompositionSetup.Scored scored = judged.scored();
        int n = Math.min(model.childProperty().get(), scored.users().length - 1);
        Dataset dataset = judged.setup().preparedRun().dataset();
        int user = scored.users()[n];
        who.setText(texts.get("child.name", names.user(dataset.users().id(user))));
        fillMenu(judged);
        show(scored, n, user, dataset);
    }

    private void show(CompositionSetup.Scored scored, int n, int user, Dataset dataset) {
        Split part = scored.part();
        int[] list = scored.lists().items()[n];
        int[] blocks = scored.lists().blocks()[n];
        int[] truth = part.truth(user);
        int[] watched = part.known().distinctItems(user);
        VBox left = new VBox();
        VBox right = new VBox();
        int hits = 0;
        for (int place = 0; place < list.length; place++) {
            boolean hit = Arrays.binarySearch(truth, list[place]) >= 0;
            hits += hit ? 1 : 0;
            boolean seen = Arrays.binarySearch(watched, list[place]) >= 0;
            (place < COLUMN ? left : right)
                    .getChildren()
                    .add(row(place + 1, blocks[place], Album.of(dataset, list[place]), hit, seen));
        }
        HBox columns = new HBox(12, left, right);
        columns.getStyleClass().add("list-columns");
        for (VBox column : new VBox[] {left, right}) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(100);
            column.setMinWidth(0);
        }
        content.getChildren().setAll(columns);
        found.setText(texts.get("export.found", hits, truth.length));
    }

    private Node row(int place, int block, Album album, boolean hit, boolean seen) {
        Region edge = new Region();
        edge.getStyleClass().addAll("list-edge", BlockColours.of(block));
        Label rank = new Label(Integer.toString(place));
        rank.getStyleClass().addAll("list-rank");
        // Titles of a series start alike, so names are shortened in a way that keeps the differing part.
        Label words = new FittingLabel(album.names(texts));
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(6, edge, rank, words);
        if (hit) {
            row.getChildren().add(Stars.one());
        } else if (seen) {
            row.getChildren().add(Icons.of(Feather.CHECK, "small-icon"));
        }
        row.getStyleClass().add("list-row");
        row.setAccessibleText(texts.get("export.list.row", place, album.name(texts))
                + (hit ? ", " + texts.get("export.held.out") : "")
                + (seen ? ", " + texts.get("export.seen.before") : ""));
        return row;
    }

    private void fillMenu(ExportModel.Judged judged) {
        double[] scores = judged.scored().whole().users();
        TextField id = new TextField();
        id.setId("list-child-id");
        id.promptTextProperty().bind(texts.binding("export.child.id"));
        id.setOnAction(e -> byId(judged, id.getText().strip()));
        who.getItems()
                .setAll(
                        item(
                                "export.child.random",
                                () -> go(ThreadLocalRandom.current().nextInt(scores.length))),
                        item("export.child.worst", () -> go(extreme(scores, false))),
                        item("export.child.best", () -> go(extreme(scores, true))),
                        new CustomMenuItem(id, false));
    }

    private static int extreme(double[] scores, boolean best) {
        Comparator<Integer> order = Comparator.comparing(n -> scores[n]);
        return IntStream.range(0, scores.length)
                .boxed()
                .min(best ? order.reversed() : order)
                .orElse(0);
    }

    private void byId(ExportModel.Judged judged, String typed) {
        Dataset dataset = judged.setup().preparedRun().dataset();
        int[] users = judged.scored().users();
        IntStream.range(0, users.length)
                .filter(n -> names.user(dataset.users().id(users[n])).equals(typed))
                .findFirst()
                .ifPresent(n -> {
                    who.hide();
                    go(n);
                });
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }
}
