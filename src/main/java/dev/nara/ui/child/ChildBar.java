package dev.nara.ui.child;

import dev.nara.analysis.RunNames;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/** Shows the run and epoch on screen, and lets the user choose another run beside it, and cards or a table. */
final class ChildBar extends HBox {
    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final ChildRequests requests;
    private final OtherRun otherRun;
    private final MenuButton run = new MenuButton();
    private final MenuButton beside = new MenuButton();
    private final ToggleButton follow = new ToggleButton();
    private final Button later = new Button();
    private final ToggleButton cards = new ToggleButton();
    private final ToggleButton table = new ToggleButton();

    ChildBar(ChildModel model, Session session, Texts texts, ChildRequests requests, OtherRun otherRun) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.requests = requests;
        this.otherRun = otherRun;
        getStyleClass().add("child-bar");
        run.setId("child-run");
        run.getStyleClass().add("run-chip");
        run.setMinWidth(90);
        run.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tips.on(run, run.textProperty());
        run.setOnShowing(e -> offerRuns());
        beside.setId("beside-run");
        beside.setGraphic(Icons.of(Feather.COLUMNS));
        beside.setMinWidth(70);
        Tips.on(beside, beside.textProperty());
        beside.setOnShowing(e -> offerBeside());
        following();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(run, follow, later, gap, beside, shapes());
        for (ObservableValue<?> each : List.of(
                model.runProperty(),
                model.liveProperty(),
                model.besideProperty(),
                model.epochs().followingProperty(),
                model.epochs().laterProperty(),
                session.namesProperty(),
                otherRun.runsProperty(),
                texts.localeProperty())) {
            each.addListener((o, was, is) -> show());
        }
        show();
    }

    /** The button that shows the list as a table. */
    ToggleButton table() {
        return table;
    }

    /** Switches between cards and table. */
    void turn() {
        (table.isSelected() ? cards : table).setSelected(true);
    }

    /** Opens the menu of runs to show beside. */
    void offerAnother() {
        beside.show();
    }

    private void following() {
        follow.setId("child-follow");
        follow.getStyleClass().add("chip");
        follow.setMinWidth(USE_PREF_SIZE);
        later.setMinWidth(USE_PREF_SIZE);
        follow.setOnAction(e -> {
            if (follow.isSelected()) {
                model.epochs().follow();
            } else {
                model.epochs().stay();
            }
        });
        later.setId("child-later");
        later.getStyleClass().addAll("chip", "on");
        later.setOnAction(e -> model.epochs().look(Integer.MAX_VALUE));
    }

    private SegmentedButton shapes() {
        cards.setId("child-cards");
        cards.textProperty().bind(texts.binding("child.cards"));
        cards.setGraphic(Icons.of(Feather.GRID));
        cards.setSelected(true);
        table.setId("child-table");
        table.textProperty().bind(texts.binding("child.table"));
        table.setGraphic(Icons.of(Feather.LIST));
        SegmentedButton shapes = new SegmentedButton(cards, table);
        ToggleGroup group = new ToggleGroup();
        shapes.setToggleGroup(group);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
        });
        shapes.getStyleClass().add("shapes");
        shapes.setMinWidth(USE_PREF_SIZE);
        cards.setMinWidth(USE_PREF_SIZE);
        table.setMinWidth(USE_PREF_SIZE);
        return shapes;
    }

    private void show() {
        StoredRun shown = model.runProperty().get();
        boolean trains = model.liveProperty().get() != null;
        run.setDisable(shown == null && otherRun.runsProperty().get().isEmpty());
        run.setText(shown == null ? texts.get("child.run.none") : name(shown) + "  " + state(shown, trains));
        boolean following = model.epochs().followingProperty().get();
        follow.setVisible(shown != null);
        follow.setSelected(following);
        follow.setGraphic(trains ? Icons.of(Feather.RADIO) : null);
        follow.setText(
                trains
                        ? texts.get("child.follow")
                        : texts.get(
                                shown != null && shown.spec().fixed() ? "child.final" : "child.best",
                                model.epochs().now()));
        int more = model.epochs().laterProperty().get();
        later.setVisible(trains && !following && more > 0);
        later.setManaged(later.isVisible());
        later.setText(texts.get("child.later", more));
        ChildModel.Beside other = model.besideProperty().get();
        beside.setText(other == null ? texts.get("child.beside") : texts.get("child.beside.of", name(other.run())));
        beside.setDisable(otherRun.alike().isEmpty());
    }

    private String state(StoredRun shown, boolean trains) {
        return Text.of(trains ? "child.run.training" : "state." + shown.state()).in(texts.locale());
    }

    /** The run's name, made of the settings in which runs differ. */
    String name(StoredRun of) {
        RunNames names = session.namesProperty().get();
        return names.of(of, texts.locale());
    }

    private void offerRuns() {
        run.getItems().clear();
        Session.Opened opened = session.openedProperty().get();
        for (StoredRun each : otherRun.runsProperty().get()) {
            if (opened != null
                    && opened.isOf(each.spec())
                    && each.best().isPresent()
                    && each.fitOf().isEmpty()) {
                run.getItems().add(item(each.id() + "  " + name(each), () -> requests.run(each.id())));
            }
        }
    }

    private void offerBeside() {
        beside.getItems().setAll(item(texts.get("child.beside.none"), () -> otherRun.show(Optional.empty())));
        for (StoredRun each : otherRun.alike()) {
            beside.getItems().add(item(each.id() + "  " + name(each), () -> otherRun.show(Optional.of(each))));
        }
    }

    private static MenuItem item(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }
}
