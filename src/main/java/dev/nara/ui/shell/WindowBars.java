package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Texts;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.action.Action;

/** The bars around the workspaces: the menus, and the toolbar with the data and the tabs of the workspaces. */
final class WindowBars {
    private WindowBars() {}

    /** The menu bar; {@code recent} is the menu of recent data. */
    static MenuBar menus(Actions actions, Menu recent) {
        MenuBar menus = Actions.bar(
                actions.menu("file", "open", "open.file", "open.database", "import", "open.sample", "-", "exit"),
                actions.menu(
                        "data",
                        Stream.concat(
                                        ViewActions.DATA_TABS.stream().map(t -> "data." + t),
                                        Stream.of("-", "data.refresh", "data.card.copy", "data.card.save"))
                                .toArray(String[]::new)),
                actions.menu(
                        "edit",
                        "undo",
                        "redo",
                        "-",
                        "copy.command",
                        "run.notebook",
                        "paste.settings",
                        "-",
                        "preferences"),
                runMenu(actions),
                viewMenu(actions),
                actions.menu("help", "help", "tour", "find.action", "shortcuts", "problems", "about"));
        Menu export =
                actions.menu("export", "export.submission", "export.recommendations", "export.curves", "export.chart");
        export.setId("menu-export");
        menus.getMenus().get(0).getItems().add(3, recent);
        menus.getMenus().get(0).getItems().add(6, export);
        return menus;
    }

    private static Menu runMenu(Actions actions) {
        return actions.menu(
                "run",
                "start",
                "repeat",
                "search",
                "pause",
                "stop",
                "run.at.a.time",
                "search.where",
                "-",
                "run.new",
                "run.warm",
                "run.fit",
                "run.star",
                "run.rename",
                "run.resume",
                "run.up",
                "run.down",
                "run.delete",
                "-",
                "run.import",
                "run.export",
                "runs.trash",
                "runs.clean",
                "runs.check");
    }

    private static Menu viewMenu(Actions actions) {
        return actions.menu(
                "view",
                "workspace.data",
                "workspace.train",
                "workspace.tune",
                "workspace.compare",
                "workspace.child",
                "workspace.export",
                "start.screen",
                "-",
                "present",
                "theme",
                "language",
                "full.screen");
    }

    /** The toolbar: the open data, the tabs of the workspaces, and the search field. */
    static Node toolbar(ScreenContext shared, Actions actions, Node chip, Switcher switcher) {
        var texts = shared.frame().texts();
        Label presenting = Labels.whole(texts.binding("present.on"), "presenting");
        presenting.setId("presenting");
        presenting.visibleProperty().bind(shared.pseudonymiser().onProperty());
        presenting.managedProperty().bind(presenting.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(chip, switcher.view(), gap, presenting, find(texts, actions));
        bar.getStyleClass().add("window-header");
        return bar;
    }

    /** A button that looks like a field and opens the command palette. */
    private static Button find(Texts texts, Actions actions) {
        Action action = actions.get("find.action");
        Label keys = new Label(action.getAccelerator().getDisplayText());
        keys.getStyleClass().add("faint");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox words = new HBox(Labels.of(texts.binding("toolbar.find"), "faint"), gap, keys);
        Button field = new Button();
        field.setId("find-anything");
        field.getStyleClass().add("find-field");
        field.setGraphic(words);
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.accessibleTextProperty().bind(texts.binding("toolbar.find"));
        field.setOnAction(action);
        return field;
    }
}
