package dev.nara.ui;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.settings.SystemLook;
import dev.nara.settings.WindowPlace;
import dev.nara.store.Services;
import dev.nara.text.Text;
import dev.nara.ui.common.DesktopNotes;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Pills;
import dev.nara.ui.common.Theme;
import dev.nara.ui.shell.MainWindow;
import dev.nara.ui.shell.StartOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a workspace of its own, with answers in place of file dialogs, driven by a robot. */
final class WindowUnderTest {
    private final FxRobot robot;
    private final Stage stage;
    private final MainWindow window;

    private WindowUnderTest(FxRobot robot, Stage stage, MainWindow window) {
        this.robot = robot;
        this.stage = stage;
        this.window = window;
    }

    /** Opens it with the sample; call on the JavaFX thread. */
    static WindowUnderTest open(Stage stage, Path folder, Path answer) throws DataException {
        return open(stage, TestServices.on(folder), folder, answer, Executors.newCachedThreadPool());
    }

    /** The same on a workbench of the test's own, whose work but for training is done by {@code loading}. */
    static WindowUnderTest open(Stage stage, Services services, Path folder, Path answer, ExecutorService loading)
            throws DataException {
        WindowUnderTest opened = start(stage, services, folder, answer, loading);
        opened.window.openSample();
        return opened;
    }

    /** Opens it as people do, with the start screen. */
    static WindowUnderTest start(Stage stage, Services services, Path folder, Path answer, ExecutorService loading)
            throws DataException {
        Theme.loadFonts();
        keepSize(folder.resolve("settings.json"));
        ExecutorService training = Executors.newCachedThreadPool();
        MainWindow window = MainWindow.show(
                services,
                stage,
                new MainWindow.Surroundings(
                        new SettingsFile(folder.resolve("settings.json")),
                        loading,
                        training,
                        Optional.of(answering(answer)),
                        SystemLook.UNKNOWN,
                        DesktopNotes.none()),
                StartOptions.USUAL);
        return new WindowUnderTest(new FxRobot(), stage, window);
    }

    /** What is seen in a window depends on its size. */
    private static void keepSize(Path settings) {
        if (!Files.exists(settings)) {
            Settings usual = Settings.defaults();
            WindowPlace size = new WindowPlace(0, 0, 1280, 800, false, 0);
            new SettingsFile(settings)
                    .write(new Settings(usual.preferences(), List.of(), size, List.of(), usual.left()));
        }
    }

    private static FilePicker answering(Path answer) {
        return new FilePicker() {
            @Override
            public Optional<Path> folder(String title, Optional<Path> start) {
                return Optional.of(answer);
            }

            @Override
            public Optional<Path> file(String title, Optional<Path> start) {
                return Optional.of(answer);
            }

            @Override
            public Optional<Path> save(String title, String name) {
                return Optional.of(answer.resolve(name));
            }
        };
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    MainWindow window() {
        return window;
    }

    <T extends Node> T find(String query, Class<T> kind) {
        return OnFx.find(query, kind);
    }

    /** Whether one of the workspaces' titles holds these words. */
    boolean titled(String words) {
        return OnFx.get(() -> OnFx.all(".workspace-title", Label.class).stream()
                .anyMatch(title -> title.getText().contains(words)));
    }

    /** Waits until the condition, asked on the JavaFX thread, holds. */
    void await(String what, BooleanSupplier condition) {
        try {
            OnFx.await(what, condition);
        } catch (AssertionError e) {
            keepAsFailed();
            throw e;
        }
    }

    /** Waits until a dataset of this name is open. */
    void awaitData(String name) {
        Label title = find("#data-title", Label.class);
        await(name + " is read", () -> title.getText().equals(name));
    }

    /** A picture of the window as target/pictures/failed.png. */
    private void keepAsFailed() {
        try {
            Pictures.write("failed", OnFx.get(stage::getScene));
        } catch (IOException | RuntimeException | AssertionError e) {
            System.err.println("no picture of the failure: " + e);
        }
    }

    private MenuItem item(String id) {
        return OnFx.get(() -> find(".menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(entry -> entry instanceof Menu sub ? sub.getItems().stream() : Stream.of(entry))
                .filter(entry -> ("menu-" + id).equals(entry.getId()))
                .findFirst()
                .orElseThrow());
    }

    /** Waits until a menu entry is enabled. */
    void awaitMenu(String id) {
        MenuItem item = item(id);
        await("menu entry is enabled: " + id, () -> !item.isDisable());
    }

    /** Fires a menu entry, wherever in the menus it stands. */
    void menu(String id) {
        MenuItem item = item(id);
        if (OnFx.get(item::isDisable)) {
            throw new AssertionError("menu entry is disabled: " + id);
        }
        robot.interact(item::fire);
    }

    /** Presses a key where that node has the focus. */
    void press(Node node, KeyCode key) {
        robot.interact(
                () -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    /** Puts a run on screen by the menu of the Child workspace, where the list of runs is not. */
    void runBesideChildren(String run) {
        MenuButton runs = find("#child-run", MenuButton.class);
        robot.interact(() -> {
            runs.getOnShowing().handle(null);
            runs.getItems().stream()
                    .filter(item -> item.getText().startsWith(run + " "))
                    .forEach(MenuItem::fire);
        });
    }

    /** Makes the next run of the form a quick one: a model as small as can be. */
    void smallModel() {
        for (String field : List.of("gmf_dimension", "mlp_user_dimension", "mlp_item_dimension", "layers")) {
            set(field, "8");
        }
        set("batch_size", "1024");
    }

    /** Writes into a field of the next run. */
    void set(String field, String value) {
        Node control = find("#train-workspace #parameter-" + field, Node.class);
        robot.interact(() -> {
            if (control instanceof Pills pills) {
                pills.textProperty().set(value);
            } else {
                ((TextField) control).setText(value);
            }
        });
    }

    /** Fills the form of the next run from the settings in a command. */
    void paste(String command) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
        });
        menu("paste.settings");
    }

    /** Writes the submission of the run on screen itself, where the window asks whether to fit it on all rows first. */
    void submitWithoutFit() {
        menu("export.submission");
        String answer = Text.of("fit.ask.alone").in(OnFx.get(window.localeProperty()::get));
        await("the window asks for a fit", () -> OnFx.present(answer));
        robot.interact(OnFx.button(answer)::fire);
    }

    /** Keeps what the window looks like now, where pictures are asked for; no error may be on screen, and no figure be missing. */
    void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Pictures.keep(name, OnFx.get(stage::getScene));
        SeenText.of(stage).stream()
                .filter(words -> words.matches(".*\\{\\d}.*"))
                .findFirst()
                .ifPresent(words -> {
                    throw new AssertionError("a figure is missing: " + words);
                });
        OnFx.all(".dialog-card.error .dialog-content > .label", Label.class).stream()
                .map(Label::getText)
                .findFirst()
                .ifPresent(text -> {
                    throw new AssertionError(text);
                });
    }
}
