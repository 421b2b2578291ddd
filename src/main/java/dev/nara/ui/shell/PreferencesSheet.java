package dev.nara.ui.shell;

import dev.nara.settings.UserPreferences;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LaidCard;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Scrolling;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The preferences, along the edge of the window. Each applies at once, except those that say that they apply at the next start. */
final class PreferencesSheet {
    private static final List<String> METRICS =
            List.of("", "Score", "NDCG@10,HR@10", "HR@10,NDCG@10", "Recall@20,NDCG@20");
    private static final int MOST_AT_A_TIME = 8;

    private final Layers layers;
    private final ScreenContext shared;
    private final Texts texts;
    private final Choices choices;
    private final Trainer trainer;
    private final Path settings;
    private @Nullable LaidCard open;

    /** {@code settings} is the file in which the preferences are stored. */
    PreferencesSheet(Layers layers, ScreenContext shared, Choices choices, Trainer trainer, Path settings) {
        this.layers = layers;
        this.shared = shared;
        this.texts = shared.frame().texts();
        this.choices = choices;
        this.trainer = trainer;
        this.settings = settings;
    }

    /** The preferences as a source of the command palette. */
    FoundPreferences found() {
        return new FoundPreferences(choices, texts, this::open);
    }

    void open() {
        if (open == null) {
            open = layers.lay(card(), LaidCard.Place.SIDE, this::close);
        }
    }

    /** Opens the sheet with the focus on a preference, given its name. */
    private void open(String preference) {
        open();
        Node field = layers.lookup("#preference-" + preference);
        if (field != null) {
            field.requestFocus();
            Scrolling.to(field);
        }
    }

    private void close() {
        LaidCard shown = open;
        open = null;
        if (shown != null) {
            shown.close();
        }
    }

    private Region card() {
        Button close = Icons.button("preferences-close", Feather.X, texts.binding("dialog.close"), this::close);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Labels.of(texts.binding("preferences.title"), "card-title"), gap, close);
        head.getStyleClass().add("card-head");
        VBox rows = new VBox();
        rows.getStyleClass().add("preferences-rows");
        look(rows);
        training(rows);
        written(rows);
        ScrollPane room = new LiveScroll(rows);
        room.setFitToWidth(true);
        room.getStyleClass().addAll("edge-to-edge", "dialog-room");
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox card = new VBox(head, room);
        card.setId("preferences");
        card.getStyleClass().add("side-sheet");
        return card;
    }

    private void look(VBox rows) {
        rows.getChildren()
                .addAll(
                        heading("preferences.look"),
                        row("theme", box("theme", choices.themeProperty(), List.of("", "light", "dark", "contrast"))),
                        row("language", box("language", choices.languageProperty(), List.of("", "ko", "en"))),
                        row(
                                "percent",
                                chooser(
                                        "percent",
                                        choices.percentProperty().asObject(),
                                        List.of(100, 125, 150, 175, 200),
                                        percent -> percent == UserPreferences.LEAST
                                                ? texts.get("preferences.percent.system")
                                                : texts.get("preferences.percent.of", percent))),
                        hint("preferences.next.start"),
                        row("motion", box("motion", choices.motionProperty(), List.of("", "on", "off"))),
                        check("silent", choices.silentProperty()),
                        check("within", choices.withinProperty()),
                        check("goesOn", choices.goesOnProperty()));
    }

    private void training(VBox rows) {
        rows.getChildren()
                .addAll(
                        heading("preferences.training"),
                        row(
                                "metric",
                                chooser(
                                        "metric",
                                        choices.metricProperty(),
                                        METRICS,
                                        metric -> metric.isEmpty()
                                                ? texts.get("preferences.metric.data")
                                                : metric.replace(",", ", "))),
                        row(
                                "engine",
                                chooser(
                                        "engine",
                                        choices.engineProperty(),
                                        List.of("", "vector", "mxnet", "torch"),
                                        engine -> texts.get("engine." + (engine.isEmpty() ? "auto" : engine)))),
                        row("parallel", parallel()),
                        row("torch", folder("torch", choices.torchProperty(), texts.get("preferences.torch.none"))),
                        hint("preferences.torch.hint"));
    }

    private Node parallel() {
        ComboBox<Integer> box = new ComboBox<>();
        for (int runs = 1; runs <= MOST_AT_A_TIME; runs++) {
            box.getItems().add(runs);
        }
        named(box, "parallel");
        shared.frame().jobs().run(shared.store()::parallelRuns, runs -> {
            box.setValue(runs);
            box.setOnAction(e -> trainer.parallelRuns(box.getValue()));
        });
        return box;
    }

    private void written(VBox rows) {
        Path home = Optional.ofNullable(settings.toAbsolutePath().getParent()).orElse(settings);
        rows.getChildren()
                .addAll(heading("preferences.written"), row("workspace", workspace()), hint("preferences.next.start"));
        List<Path> places = new ArrayList<>(List.of(shared.store().workspace(), settings));
        Optional.ofNullable(System.getProperty("nara.logs")).map(Path::of).ifPresent(places::add);
        places.add(home.resolve("engines"));
        List<String> names = List.of("runs", "settings", "logs", "engines");
        for (int n = 0; n < places.size(); n++) {
            boolean lacksLogs = places.size() < names.size() && n >= 2;
            rows.getChildren().add(place(names.get(lacksLogs ? n + 1 : n), places.get(n)));
        }
        rows.getChildren().add(hint("preferences.written.else"));
    }

    private Node workspace() {
        return folder(
                "workspace",
                choices.workspaceProperty(),
                shared.store().workspace().toString());
    }

    /** {@code usual} is shown if no folder is chosen. */
    private Node folder(String name, StringProperty value, String usual) {
        Label now = new Label();
        now.textProperty().bind(value.map(chosen -> chosen.isEmpty() ? usual : chosen));
        now.setMinWidth(0);
        now.setMaxWidth(190);
        Tips.on(now, now.textProperty());
        Button choose = new Button();
        choose.setId("preference-" + name);
        choose.textProperty().bind(texts.binding("preferences.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> shared.frame()
                .picker()
                .folder(
                        texts.get("preferences." + name),
                        Optional.of(value.get().isEmpty() ? shared.store().workspace() : Path.of(value.get())))
                .ifPresent(folder -> value.set(folder.toString())));
        HBox row = new HBox(now, choose);
        row.getStyleClass().add("preferences-folder");
        return row;
    }

    private Node place(String name, Path path) {
        Label where = new Label(path.toString());
        where.getStyleClass().add("caption");
        Tips.on(where, path.toString());
        where.setMinWidth(0);
        VBox box = new VBox(Labels.of(texts.binding("preferences.at." + name)), where);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMinWidth(0);
        HBox row = new HBox(
                box,
                Icons.button(
                        "reveal-" + name,
                        Feather.FOLDER,
                        texts.binding("start.reveal"),
                        () -> FolderView.show(path, shared.frame())));
        row.getStyleClass().add("preferences-place");
        return row;
    }

    private Label heading(String key) {
        return Labels.of(texts.binding(key), "preferences-heading");
    }

    private Label hint(String key) {
        return Labels.wrapped(texts.binding(key), "caption");
    }

    private HBox row(String name, Node field) {
        Label label = Labels.of(texts.binding("preferences." + name));
        label.setLabelFor(field);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(label, gap, field);
        row.getStyleClass().add("preferences-row");
        return row;
    }

    private CheckBox check(String name, Property<Boolean> value) {
        CheckBox box = new CheckBox();
        box.setId("preference-" + name);
        box.textProperty().bind(texts.binding("preferences." + name));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private ComboBox<String> box(String name, Property<String> value, List<String> all) {
        return chooser(
                name, value, all, each -> texts.get("preferences." + name + "." + (each.isEmpty() ? "system" : each)));
    }

    private <T> ComboBox<T> chooser(String name, Property<T> value, List<T> all, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        if (!all.contains(value.getValue())) {
            box.getItems().add(value.getValue());
        }
        Words.show(box, texts, words);
        box.setValue(value.getValue());
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                value.setValue(is);
            }
        });
        named(box, name);
        return box;
    }

    private void named(ComboBox<?> box, String name) {
        box.setId("preference-" + name);
        box.setPrefWidth(190);
        box.accessibleTextProperty().bind(texts.binding("preferences." + name));
    }
}
