package dev.nara.ui.shell;

import dev.nara.data.ColumnRole;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.WrittenPath;
import dev.nara.data.read.SecondTable;
import dev.nara.settings.OpenedData;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import dev.nara.ui.database.ConnectionSheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** Opens data from folders and files that were picked, dropped, opened before, or described by the user. */
final class DataPlaces implements DataSurroundings {
    private static final int MOST_RECENT = 10;

    private final Frame frame;
    private final Texts texts;
    private final List<OpenedData> recent = new ArrayList<>();
    private final Menu recentMenu = new Menu();
    private BiConsumer<Path, Optional<Recipe>> opener = (path, recipe) -> {};
    private Consumer<Path> identifier = path -> {};
    private Runnable trainer = () -> {};
    private Runnable asker = () -> {};
    private Runnable refresher = () -> {};
    private final BooleanProperty refreshable = new SimpleBooleanProperty();

    private Predicate<Throwable> failing = error -> false;

    DataPlaces(Frame frame, List<OpenedData> recent) {
        this.frame = frame;
        this.texts = frame.texts();
        this.recent.addAll(recent);
        recentMenu.setId("menu-open-recent");
        recentMenu.textProperty().bind(texts.binding("menu.open.recent"));
        fillMenu();
    }

    /** {@code handler} reports why data could not be opened, and returns whether it did. */
    void onFail(Predicate<Throwable> handler) {
        failing = handler;
    }

    /** {@code handler} opens the data selected here. */
    void onOpen(BiConsumer<Path, Optional<Recipe>> handler) {
        opener = handler;
    }

    /** {@code handler} asks the user about the columns of a table instead of detecting its format. */
    void onIdentify(Consumer<Path> handler) {
        identifier = handler;
    }

    /** {@code handler} goes to the training on the open data. */
    void onTrain(Runnable handler) {
        trainer = handler;
    }

    /** Adds the ways to open data to the window's list of actions; {@code sheet} opens databases. */
    void addTo(Actions actions, ConnectionSheet sheet) {
        asker = sheet::open;
        refresher = sheet::refresh;
        refreshable.bind(sheet.refreshableProperty());
        actions.add("open", "Shortcut+I", this::choose);
        actions.add("open.file", "Shortcut+Shift+I", this::chooseFile);
        actions.add("open.database", "", this::askDatabase);
        actions.add("data.refresh", "", this::refresh, refreshable.not(), "off.no.query");
        actions.add("import", "", this::assist);
    }

    @Override
    public void choose() {
        frame.picker().folder(texts.get("action.open"), start()).ifPresent(this::open);
    }

    void chooseFile() {
        frame.picker().file(texts.get("action.open.file"), start()).ifPresent(this::open);
    }

    /** Opens the sheet for querying a database. */
    void askDatabase() {
        asker.run();
    }

    /** Asks for a file and for its columns, even if its format is recognised. */
    private void assist() {
        frame.picker().file(texts.get("action.import"), start()).ifPresent(this::identify);
    }

    /** Opens the result of a query; asks the user about its columns if they are unknown. */
    void openAnswer(Path snapshot, Optional<Recipe> recipe) {
        recipe.ifPresentOrElse(known -> opener.accept(snapshot, recipe), () -> identify(snapshot));
    }

    @Override
    public void refresh() {
        refresher.run();
    }

    @Override
    public ReadOnlyBooleanProperty refreshableProperty() {
        return refreshable;
    }

    void open(Path path) {
        opener.accept(path, Optional.empty());
    }

    @Override
    public void identify(Path path) {
        identifier.accept(path);
    }

    @Override
    public Optional<ColumnRole> described(Path path, List<SecondTable> choices) {
        return frame.dialogs()
                .pick(
                        texts.get("data.second", path.getFileName()),
                        choices,
                        choice -> texts.get(
                                "data.second." + choice.described(),
                                Numbers.grouped(choice.matched()),
                                Numbers.grouped(choice.all())))
                .map(SecondTable::described);
    }

    @Override
    public void train() {
        trainer.run();
    }

    @Override
    public void show(Path path) {
        FolderView.show(path, frame);
    }

    /** Adds data to the recent ones. */
    void opened(Dataset data) {
        String place = data.path().toAbsolutePath().toString();
        recent.removeIf(one -> one.path().equals(place));
        recent.add(
                0,
                new OpenedData(
                        place,
                        data.name(),
                        data.users().size(),
                        LocalDate.now(ZoneId.systemDefault()).toString()));
        while (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT);
        }
        fillMenu();
    }

    /** Removes data from the recent ones. */
    void forget(String place) {
        recent.removeIf(one -> one.path().equals(place));
        fillMenu();
    }

    /** The recent data, the latest first. */
    List<OpenedData> recent() {
        return List.copyOf(recent);
    }

    /** The menu of recent data. */
    Menu recentMenu() {
        return recentMenu;
    }

    /** A menu entry for each recent dataset, the latest first. */
    List<MenuItem> recentItems() {
        return recent.stream()
                .map(place -> {
                    MenuItem item = new MenuItem(place.name() + "   " + place.path());
                    item.setMnemonicParsing(false);
                    item.setOnAction(e -> WrittenPath.of(place.path()).ifPresent(this::open));
                    return item;
                })
                .toList();
    }

    private void fillMenu() {
        recentMenu.getItems().setAll(recentItems());
        recentMenu.setDisable(recent.isEmpty());
    }

    private Optional<Path> start() {
        return recent.stream()
                .flatMap(place -> WrittenPath.of(place.path()).stream())
                .map(Path::getParent)
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .findFirst();
    }

    @Override
    public Optional<Path> folder() {
        return frame.picker().folder(texts.get("data.export"), Optional.empty());
    }

    @Override
    public Optional<Path> save(String title, String name) {
        return frame.picker().save(title, name);
    }

    @Override
    public Optional<Path> save(String name) {
        return frame.picker().save(texts.get("data.split.freeze"), name);
    }

    @Override
    public void failed(Throwable error) {
        if (!failing.test(error)) {
            frame.dialogs().error(error);
        }
    }

    @Override
    public void say(String text) {
        frame.say().accept(text);
    }
}
