package dev.nara.ui.runs;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** The head of the rail: the search field, the number of runs on the chart, and the order of the runs. */
final class RailHead extends VBox {
    private final CustomTextField search = new CustomTextField();
    private final ObjectProperty<RailView.Sort> sort = new SimpleObjectProperty<>(RailView.Sort.NEWEST);

    /** {@code below} moves the focus from the search field to the list, on the arrow down or Enter key. */
    RailHead(Texts texts, ObservableList<Long> charted, Runnable below) {
        getStyleClass().add("runs-head");
        search.setId("run-search");
        search.getStyleClass().add("rail-search");
        search.promptTextProperty().bind(texts.binding("rail.search"));
        search.accessibleTextProperty().bind(texts.binding("rail.search"));
        search.setLeft(Icons.of(Feather.SEARCH));
        Label keys = new Label("Ctrl F");
        keys.getStyleClass().add("caption");
        keys.visibleProperty().bind(search.textProperty().isEmpty());
        search.setRight(keys);
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                below.run();
                e.consume();
            }
        });
        Label count = Labels.of(
                Bindings.createStringBinding(
                        () -> texts.get("rail.charted", charted.size()), charted, texts.localeProperty()),
                "caption");
        count.setId("runs-charted");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(count, between, sorting(texts));
        line.getStyleClass().add("rail-line");
        getChildren().addAll(search, line);
    }

    private MenuButton sorting(Texts texts) {
        MenuButton menu = new MenuButton();
        menu.setId("runs-sort");
        menu.getStyleClass().addAll("flat", "rail-sort");
        menu.accessibleTextProperty().bind(texts.binding("rail.sort"));
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("sort." + sort.get()), sort, texts.localeProperty()));
        ToggleGroup group = new ToggleGroup();
        for (RailView.Sort each : RailView.Sort.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(texts.binding("sort." + each));
            item.setToggleGroup(group);
            item.setSelected(each == sort.get());
            item.setOnAction(e -> sort.set(each));
            menu.getItems().add(item);
        }
        return menu;
    }

    StringProperty searchProperty() {
        return search.textProperty();
    }

    ObjectProperty<RailView.Sort> sortProperty() {
        return sort;
    }

    /** Whether the search field has the focus. */
    boolean focused() {
        return search.isFocused();
    }

    /** Moves the focus to the search field. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }
}
