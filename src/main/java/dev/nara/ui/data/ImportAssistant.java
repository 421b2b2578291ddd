package dev.nara.ui.data;

import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.delimited.ColumnGuess;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.Encodings;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks what an unknown file is: encoding, delimiter, header, the role of each column, a threshold. Shows its first rows
 * as they would be read, and what would come out of the whole file; both follow every change.
 */
public final class ImportAssistant extends Dialog<Recipe> {
    private static final int PREVIEW_ROWS = 30;
    private static final String FOUND_OUT = "";

    private enum Role {
        IGNORE,
        USER,
        ITEM,
        TIME,
        NUMBER,
        USER_ATTRIBUTE,
        ITEM_ATTRIBUTE
    }

    /** What the first rows look like in one reading. */
    private record Preview(String encoding, ColumnRoles roles, List<String> names, List<List<String>> rows) {}

    private final Services services;
    private final Path path;
    private final Jobs jobs;
    private final Texts texts;
    private final ComboBox<String> encoding = new ComboBox<>();
    private final ComboBox<String> delimiter = new ComboBox<>();
    private final CheckBox header = new CheckBox();
    private final TextField threshold = new TextField();
    private final TableView<List<String>> table = new TableView<>();
    private final Label found = new Label();
    private final Label counts = new Label();
    private final CheckBox keep = new CheckBox();
    private final List<ComboBox<Role>> roles = new ArrayList<>();
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final AtomicInteger request = new AtomicInteger();
    private final Consumer<Recipe> keeper;
    private @Nullable Preview shown;
    private boolean quiet;

    /** For a file or folder; {@code keeper} is given the recipe to be kept beside the data, when that is wanted. */
    public ImportAssistant(
            Window owner, Services services, Path path, Jobs jobs, Texts texts, Consumer<Recipe> keeper) {
        this.services = services;
        this.path = path;
        this.jobs = jobs;
        this.texts = texts;
        this.keeper = keeper;
        initOwner(owner);
        setTitle(texts.get("import.title"));
        setHeaderText(texts.get("import.header", String.valueOf(path.getFileName())));
        setResizable(true);
        getDialogPane().setContent(content());
        getDialogPane().setPrefSize(900, 620);
        getDialogPane().setId("import-assistant");
        ButtonType read = new ButtonType(texts.get("import.read"), ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .addAll(read, new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        Node button = getDialogPane().lookupButton(read);
        button.setId("import-read");
        button.disableProperty().bind(ready.not());
        setResultConverter(type -> {
            request.incrementAndGet();
            return type == read ? finished() : null;
        });
        pause.setOnFinished(e -> count());
        guess(FOUND_OUT, FOUND_OUT);
    }

    private Node content() {
        encoding.setId("import-encoding");
        encoding.getItems().add(FOUND_OUT);
        Encodings.offered().forEach(c -> encoding.getItems().add(Encodings.name(c)));
        encoding.setValue(FOUND_OUT);
        encoding.setConverter(Words.of(e -> e.equals(FOUND_OUT) ? texts.get("import.found.out") : e));
        encoding.valueProperty().addListener((o, was, is) -> guess(is, FOUND_OUT));
        delimiter.setId("import-delimiter");
        delimiter.getItems().addAll(ColumnGuess.DELIMITERS);
        delimiter.setConverter(Words.of(d -> switch (d) {
            case "\t" -> texts.get("import.tab");
            case " " -> texts.get("import.space");
            default -> d;
        }));
        delimiter.valueProperty().addListener((o, was, is) -> {
            if (!quiet && is != null) {
                guess(encoding.getValue(), is);
            }
        });
        header.setId("import-has-header");
        header.setText(texts.get("import.has.header"));
        header.selectedProperty().addListener((o, was, is) -> {
            if (!quiet) {
                reheaded();
            }
        });
        threshold.setId("import-threshold");
        threshold.setPromptText("4");
        threshold.setPrefWidth(70);
        threshold.textProperty().addListener((o, was, is) -> changed());
        HBox settings = new HBox(
                new Label(texts.get("import.encoding")),
                encoding,
                new Label(texts.get("import.delimiter")),
                delimiter,
                header,
                new Label(texts.get("import.threshold")),
                threshold);
        settings.getStyleClass().add("field-row");
        table.setId("import-preview");
        table.getStyleClass().add("dense");
        found.setWrapText(true);
        counts.setId("import-counts");
        counts.setWrapText(true);
        keep.setText(texts.get("import.keep"));
        keep.setSelected(true);
        VBox box = new VBox(settings, found, table, counts, keep);
        box.getStyleClass().add("side");
        VBox.setVgrow(table, Priority.ALWAYS);
        return box;
    }

    private DataFile file(String wanted) throws Exception {
        Charset forced = wanted.equals(FOUND_OUT) ? null : Encodings.named(wanted);
        return DelimitedReader.file(DataFiles.at(path, forced));
    }

    /** Looks at the first rows again, in that encoding and with that delimiter, each "" to be found out. */
    private void guess(String inEncoding, String between) {
        int mine = request.incrementAndGet();
        ready.set(false);
        jobs.run(
                () -> {
                    DataFile file = file(inEncoding);
                    ColumnRoles guess =
                            between.equals(FOUND_OUT) ? ColumnGuess.of(file) : ColumnGuess.of(file, between);
                    List<List<String>> rows = ColumnGuess.head(file, guess.delimiter(), PREVIEW_ROWS);
                    return new Preview(file.encoding(), guess, ColumnGuess.names(rows, guess.header()), rows);
                },
                preview -> {
                    if (mine == request.get()) {
                        show(preview);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        wrong(error);
                    }
                });
    }

    private void wrong(Throwable error) {
        table.getColumns().clear();
        found.setText("");
        counts.setText(texts.of(error));
    }

    private void show(Preview preview) {
        shown = preview;
        quiet = true;
        delimiter.setValue(preview.roles().delimiter());
        header.setSelected(preview.roles().header());
        quiet = false;
        found.setText(texts.get("import.found", preview.encoding()));
        columns(preview);
    }

    /** The same rows with or without their first as a header. */
    private void reheaded() {
        Preview now = shown;
        if (now == null) {
            return;
        }
        ColumnRoles before = now.roles();
        List<String> names = ColumnGuess.names(now.rows(), header.isSelected());
        ColumnRoles renamed = new ColumnRoles(
                before.delimiter(),
                header.isSelected(),
                renamed(now.names(), names, before.user()),
                renamed(now.names(), names, before.item()),
                renamed(now.names(), names, before.time()),
                before.numbers().stream()
                        .map(n -> renamed(now.names(), names, n))
                        .toList(),
                List.of(),
                List.of());
        shown = new Preview(now.encoding(), renamed, names, now.rows());
        columns(shown);
    }

    private static String renamed(List<String> before, List<String> after, String name) {
        int place = before.indexOf(name);
        return place < 0 ? "" : after.get(place);
    }

    private void columns(Preview preview) {
        table.getColumns().clear();
        roles.clear();
        for (int c = 0; c < preview.names().size(); c++) {
            int place = c;
            ComboBox<Role> role = new ComboBox<>();
            role.getItems().addAll(Role.values());
            role.setId("role-" + (c + 1));
            role.setConverter(Words.of(r -> texts.get("role." + r.name().toLowerCase(Locale.ROOT))));
            role.setValue(role(preview.roles(), preview.names().get(c)));
            role.setMaxWidth(Double.MAX_VALUE);
            role.valueProperty().addListener((o, was, is) -> changed());
            roles.add(role);
            TableColumn<List<String>, String> column = new TableColumn<>();
            VBox head = new VBox(new Label(preview.names().get(c)), role);
            head.getStyleClass().add("import-head");
            column.setGraphic(head);
            column.setSortable(false);
            column.setPrefWidth(150);
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                    place < row.getValue().size() ? row.getValue().get(place) : ""));
            table.getColumns().add(column);
        }
        int first = preview.roles().header() ? 1 : 0;
        table.getItems()
                .setAll(preview.rows()
                        .subList(
                                Math.min(first, preview.rows().size()),
                                preview.rows().size()));
        changed();
    }

    /** What is on screen is not what was counted; until it is, nothing can be imported. */
    private void changed() {
        ready.set(false);
        pause.playFromStart();
    }

    private static Role role(ColumnRoles guess, String name) {
        if (name.isEmpty()) {
            return Role.IGNORE;
        }
        if (name.equals(guess.user())) {
            return Role.USER;
        }
        if (name.equals(guess.item())) {
            return Role.ITEM;
        }
        if (name.equals(guess.time())) {
            return Role.TIME;
        }
        return guess.numbers().contains(name) ? Role.NUMBER : Role.IGNORE;
    }

    private List<String> named(Role wanted) {
        List<String> names = new ArrayList<>();
        List<String> all = shown == null ? List.of() : shown.names();
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c).getValue() == wanted) {
                names.add(all.get(c));
            }
        }
        return names;
    }

    private Recipe recipe() {
        List<String> numbers = named(Role.NUMBER);
        ColumnRoles columns = new ColumnRoles(
                Objects.requireNonNullElse(delimiter.getValue(), ","),
                header.isSelected(),
                String.join("", named(Role.USER)),
                String.join("", named(Role.ITEM)),
                String.join("", named(Role.TIME)),
                numbers,
                named(Role.USER_ATTRIBUTE),
                named(Role.ITEM_ATTRIBUTE));
        String least = threshold.getText().strip();
        List<String> where = least.isEmpty() || numbers.isEmpty() ? List.of() : List.of(numbers.get(0) + ">=" + least);
        Preparation usual = Preparation.USUAL;
        return new Recipe(
                new DelimitedReader().format(),
                encoding.getValue(),
                columns,
                new Preparation(usual.repairs(), "none", where, "", "", 0, 0, 0, List.of()));
    }

    /** Reads the whole file as it is now said to be, and shows what comes out; a newer reading replaces it. */
    private void count() {
        if (shown == null) {
            return;
        }
        if (named(Role.USER).size() != 1
                || named(Role.ITEM).size() != 1
                || named(Role.TIME).size() > 1) {
            ready.set(false);
            counts.setText(texts.get("import.roles.missing"));
            return;
        }
        int mine = request.incrementAndGet();
        Recipe recipe = recipe();
        counts.setText(texts.get("import.counting"));
        jobs.run(
                () -> {
                    Dataset raw = services.datasets().read(path, recipe, (done, total) -> {
                        if (mine != request.get()) {
                            throw new CancellationException();
                        }
                    });
                    return counts(Preparing.apply(raw, recipe));
                },
                counted -> {
                    if (mine == request.get()) {
                        ready.set(true);
                        counts.setText(counted);
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        ready.set(false);
                        counts.setText(texts.of(error));
                    }
                });
    }

    private String counts(Prepared prepared) {
        Step.Counts left = Preparing.counts(prepared.dataset());
        return texts.get(
                "import.counts",
                Numbers.grouped(prepared.raw().interactions().size()),
                Numbers.grouped(left.rows()),
                Numbers.grouped(left.users()),
                Numbers.grouped(left.items()));
    }

    private Recipe finished() {
        Recipe recipe = recipe();
        if (keep.isSelected()) {
            keeper.accept(recipe);
        }
        return recipe;
    }
}
