package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.delimited.DelimitedPreview;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
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
    private final Datasets datasets;
    private final Path path;
    private final Texts texts;
    private final Latest looking;
    private final ImportSettings settings;
    private final ImportTable table;
    private final Label found = new Label();
    private final Label counts = new Label();
    private final CheckBox keep = new CheckBox();
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final Consumer<Recipe> keeper;
    private @Nullable DelimitedPreview shown;

    /** For a file or folder; {@code keeper} is given the recipe if it is to be kept beside the data. */
    public ImportAssistant(
            Window owner, Datasets datasets, Path path, Jobs jobs, Texts texts, Consumer<Recipe> keeper) {
        this.datasets = datasets;
        this.path = path;
        this.texts = texts;
        this.keeper = keeper;
        this.looking = new Latest(jobs);
        this.settings = new ImportSettings(texts, new Choices());
        this.table = new ImportTable(texts, this::changed);
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
        setResultConverter(type -> close(type == read));
        pause.setOnFinished(e -> count());
        look("", "");
    }

    private final class Choices implements ImportSettings.Listener {
        @Override
        public void reread(String encoding, String delimiter) {
            look(encoding, delimiter);
        }

        @Override
        public void header(boolean has) {
            if (shown != null) {
                shown = shown.withHeader(has);
                showColumns(shown);
            }
        }

        @Override
        public void changed() {
            ImportAssistant.this.changed();
        }
    }

    private Node content() {
        found.setWrapText(true);
        counts.setId("import-counts");
        counts.setWrapText(true);
        keep.setText(texts.get("import.keep"));
        keep.setSelected(true);
        VBox box = new VBox(settings, found, table.view(), counts, keep);
        box.getStyleClass().add("side");
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        return box;
    }

    /** Reads the first rows again, in that encoding and with that delimiter, each "" to be found out. */
    private void look(String encoding, String delimiter) {
        ready.set(false);
        pause.stop();
        looking.run(
                () -> DelimitedPreview.of(path, encoding, delimiter),
                preview -> {
                    shown = preview;
                    settings.show(preview);
                    found.setText(texts.get("import.found", preview.encoding()));
                    showColumns(preview);
                },
                error -> {
                    shown = null;
                    table.clear();
                    found.setText("");
                    counts.setText(texts.of(error));
                });
    }

    private void showColumns(DelimitedPreview preview) {
        table.show(preview);
        changed();
    }

    /** What is on screen is not what was counted; until it is, nothing can be imported. */
    private void changed() {
        ready.set(false);
        pause.playFromStart();
    }

    private Recipe recipe(DelimitedPreview preview) {
        return preview.recipe(table.roles(), settings.encoding(), settings.threshold())
                .with(settings.times());
    }

    /** Reads the whole file as it is now said to be, and shows what comes out. */
    private void count() {
        DelimitedPreview preview = shown;
        if (preview == null) {
            return;
        }
        if (!DelimitedPreview.readable(table.roles())) {
            ready.set(false);
            counts.setText(texts.get("import.roles.missing"));
            return;
        }
        Recipe recipe = recipe(preview);
        counts.setText(texts.get("import.counting"));
        looking.run(
                request -> {
                    Dataset raw = datasets.read(path, recipe, (done, total) -> request.check());
                    return counts(Preparing.apply(raw, recipe));
                },
                counted -> {
                    ready.set(true);
                    counts.setText(counted);
                },
                error -> {
                    ready.set(false);
                    counts.setText(texts.of(error));
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

    private @Nullable Recipe close(boolean read) {
        looking.cancel();
        DelimitedPreview preview = shown;
        if (!read || preview == null) {
            return null;
        }
        Recipe recipe = recipe(preview);
        if (keep.isSelected()) {
            keeper.accept(recipe);
        }
        return recipe;
    }
}
