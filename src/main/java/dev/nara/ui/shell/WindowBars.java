package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.ScreenContext;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;

/** What stands around the workspaces: the menus, the header with the choice of a workspace, the status bar. */
final class WindowBars {
    private WindowBars() {}

    /** The menu bar; {@code recent} is the menu of what was opened before. */
    static MenuBar menus(Actions actions, Menu recent) {
        MenuBar menus = Actions.bar(
                actions.menu("file", "open", "open.file", "import", "open.sample", "-", "exit"),
                actions.menu(
                        "data",
                        ViewActions.DATA_TABS.stream().map(t -> "data." + t).toArray(String[]::new)),
                actions.menu("edit", "undo", "redo", "-", "copy.command", "paste.settings"),
                runMenu(actions),
                viewMenu(actions),
                actions.menu("help", "help", "find.action", "shortcuts", "problems", "about"));
        Menu export =
                actions.menu("export", "export.submission", "export.recommendations", "export.curves", "export.chart");
        export.setId("menu-export");
        menus.getMenus().get(0).getItems().add(2, recent);
        menus.getMenus().get(0).getItems().add(5, export);
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
                "runs.clean");
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
                "-",
                "details",
                "present",
                "theme",
                "language",
                "full.screen");
    }

    /** The header; {@code detailsShown} follows its button. */
    static Node header(ScreenContext shared, Switcher switcher, BooleanProperty detailsShown) {
        var texts = shared.frame().texts();
        Label presenting = new Label();
        presenting.setId("presenting");
        presenting.textProperty().bind(texts.binding("present.on"));
        presenting.getStyleClass().add("presenting");
        presenting.visibleProperty().bind(shared.pseudonymiser().onProperty());
        presenting.managedProperty().bind(presenting.visibleProperty());
        Label dataset = new Label();
        dataset.getStyleClass().add("header-data");
        dataset.textProperty()
                .bind(shared.session()
                        .openedProperty()
                        .map(o -> o.dataset().name())
                        .orElse(""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton details = new ToggleButton();
        details.setId("details");
        details.textProperty().bind(texts.binding("train.details"));
        details.selectedProperty().bindBidirectional(detailsShown);
        HBox header = new HBox(switcher.view(), gap, presenting, dataset, details);
        header.getStyleClass().add("window-header");
        return header;
    }

    /** Fills the status bar: work under way, problems not yet looked at, the folder. */
    static void fill(StatusBar status, Frame frame, Path workspace) {
        status.setText("");
        frame.jobs().runningProperty().addListener((o, was, is) -> status.setProgress(is.intValue() > 0 ? -1 : 0));
        Label hint = new Label();
        // Its name alone: the whole path is wide, and stands in System info, too.
        hint.textProperty().bind(frame.texts().binding("status.workspace", workspace.getFileName()));
        hint.setTooltip(new Tooltip(workspace.toString()));
        hint.getStyleClass().add("status-detail");
        Button badge = new Button();
        badge.setId("problems");
        badge.getStyleClass().addAll("flat", "problem-badge");
        badge.textProperty().bind(frame.notices().unseenProperty().asString("⚠ %d"));
        badge.accessibleTextProperty().bind(frame.texts().binding("action.problems"));
        badge.visibleProperty().bind(frame.notices().unseenProperty().greaterThan(0));
        badge.managedProperty().bind(badge.visibleProperty());
        badge.setOnAction(e -> frame.notices().showProblems());
        status.getRightItems().addAll(badge, hint);
    }
}
