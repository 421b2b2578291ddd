package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Tried;
import dev.nara.ui.child.WhatIf.Owned;
import dev.nara.ui.child.WhatIf.State;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.FittingLabel;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The history as removable chips, a field to add an item, and the effect on the list. */
final class WhatIfPanel extends VBox {
    private static final int FEW = 5;
    private static final int FOUND = 8;

    private final ChildModel model;
    private final WhatIf whatIf;
    private final Texts texts;
    private final ObservableValue<Theme> theme;
    private final FlowPane chips = new FlowPane(5, 6);
    private final TextField added = new TextField();
    private final Label said = new Label();
    private final Button reset = new Button();
    private final ContextMenu offers = new ContextMenu();
    private boolean all;
    private boolean adding;

    WhatIfPanel(ChildModel model, WhatIf whatIf, Texts texts, ObservableValue<Theme> theme) {
        this.model = model;
        this.whatIf = whatIf;
        this.texts = texts;
        this.theme = theme;
        setId("what-if");
        getStyleClass().add("what-if");
        Label title = Labels.of(texts.binding("child.whatif"), "strong");
        Label help = Labels.of(texts.binding("child.whatif.help"), "caption");
        help.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, help);
        head.getStyleClass().add("why-section");
        getChildren().addAll(head, chips, result());
        field();
        whatIf.stateProperty().addListener((o, was, is) -> show());
        model.triedProperty().addListener((o, was, is) -> say());
        model.chosenProperty().addListener((o, was, is) -> all = false);
        model.genresProperty().addListener((o, was, is) -> show());
        theme.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    private Node result() {
        said.setId("what-if-said");
        said.getStyleClass().add("caption");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        reset.setId("what-if-reset");
        reset.setGraphic(Icons.of(Feather.ROTATE_CCW));
        reset.textProperty().bind(texts.binding("child.whatif.reset"));
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(e -> whatIf.reset());
        HBox result = new HBox(8, said, reset);
        result.getStyleClass().add("card-head");
        return result;
    }

    private void field() {
        added.setId("what-if-item");
        added.promptTextProperty().bind(texts.binding("child.whatif.item"));
        added.accessibleTextProperty().bind(texts.binding("child.whatif.item"));
        added.getStyleClass().add("what-if-field");
        added.textProperty().addListener((o, was, is) -> whatIf.find(is, FOUND, this::offer));
        added.setOnAction(e -> whatIf.find(added.getText(), 1, found -> found.forEach(this::take)));
        added.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                adding(false);
                e.consume();
            }
        });
    }

    private void offer(List<Album> found) {
        offers.getItems().clear();
        for (Album album : found) {
            MenuItem item = new MenuItem(album.name(texts));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> take(album));
            offers.getItems().add(item);
        }
        if (found.isEmpty() || !added.isFocused()) {
            offers.hide();
        } else if (!offers.isShowing()) {
            offers.show(added, Side.BOTTOM, 0, 2);
        }
    }

    private void take(Album album) {
        adding(false);
        whatIf.add(album);
    }

    /** Opens or closes the search field. */
    private void adding(boolean is) {
        adding = is;
        offers.hide();
        added.clear();
        show();
        if (is) {
            added.requestFocus();
        }
    }

    private void show() {
        State state = whatIf.stateProperty().get();
        chips.getChildren().clear();
        List<Owned> albums = state.albums();
        int shown = all ? albums.size() : Math.min(FEW, albums.size());
        albums.subList(0, shown).forEach(owned -> chips.getChildren().add(chip(owned)));
        if (shown < albums.size()) {
            chips.getChildren().add(plain("what-if-more", texts.get("child.whatif.more", albums.size() - shown), () -> {
                all = true;
                show();
            }));
        }
        if (!state.equals(State.NONE)) {
            Button add = plain("what-if-add", texts.get("child.whatif.add"), () -> adding(true));
            add.getStyleClass().add("add");
            chips.getChildren().add(adding ? added : add);
        }
        say();
    }

    private Button plain(String id, String words, Runnable act) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("history-chip");
        button.setOnAction(e -> act.run());
        return button;
    }

    private Node chip(Owned owned) {
        Button chip = plain("", "", () -> whatIf.remove(owned));
        Label words = new FittingLabel(owned.album().briefs(texts));
        Circle genre = new Circle(
                3.5, model.genresProperty().get().colour(owned.album().genre(), Colours.of(theme.getValue())));
        HBox signs = new HBox(5, genre, words, Icons.of(Feather.X));
        signs.setAlignment(javafx.geometry.Pos.CENTER);
        chip.setGraphic(signs);
        signs.setMaxWidth(105);
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Tips.on(chip, texts.get("child.whatif.without", owned.album().name(texts)));
        chip.setAccessibleText(texts.get("child.whatif.without", owned.album().name(texts)));
        chip.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                whatIf.remove(owned);
                e.consume();
            }
        });
        return chip;
    }

    private void say() {
        State state = whatIf.stateProperty().get();
        Tried tried = model.triedProperty().get();
        reset.setVisible(state.changed());
        reset.setManaged(state.changed());
        if (state.problem() != null) {
            said.setText(texts.of(state.problem()));
        } else if (tried != null && state.changed()) {
            said.setText(what(state) + " "
                    + texts.get(
                            "child.whatif.said",
                            tried.changed(),
                            tried.list().size(),
                            Numbers.grouped(tried.millis())));
        } else {
            said.setText(state.equals(State.NONE) ? texts.get("child.whatif.none") : "");
        }
    }

    private String what(State state) {
        String without = names(state.without());
        String with = names(state.with());
        if (with.isEmpty()) {
            return texts.get("child.whatif.tried.without", without);
        }
        return without.isEmpty()
                ? texts.get("child.whatif.tried.with", with)
                : texts.get("child.whatif.tried.both", without, with);
    }

    private String names(List<Album> albums) {
        return albums.stream().map(album -> album.called(texts)).collect(Collectors.joining(", "));
    }
}
