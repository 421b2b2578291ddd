package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.delimited.DelimitedPreview;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Form;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks what an unknown file is: encoding, delimiter, header, the role of each column, a threshold. Shows its first rows
 * as they would be read, and what would come out of the whole file; both follow every change.
 */
public final class ImportAssistant {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 520;

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
    private final StringProperty problem = new SimpleStringProperty("");
    private final Consumer<Recipe> keeper;
    private @Nullable DelimitedPreview shown;

    /** For a file or folder; {@code keeper} is given the recipe if it is to be kept beside the data. */
    public ImportAssistant(Datasets datasets, Path path, Jobs jobs, Texts texts, Consumer<Recipe> keeper) {
        this.datasets = datasets;
        this.path = path;
        this.texts = texts;
        this.keeper = keeper;
        this.looking = new Latest(jobs);
        this.settings = new ImportSettings(texts, new Choices());
        this.table = new ImportTable(texts, this::changed);
        pause.setOnFinished(e -> count());
        look("", "");
    }

    /** To be laid over the window; its value can be asked for once nothing is wrong. */
    public Form<Recipe> form() {
        return new Form<>(
                "import-assistant",
                texts.get("import.header", String.valueOf(path.getFileName())),
                content(),
                texts.get("import.read"),
                problem,
                this::read);
    }

    /** Ends what is still being read. */
    public void close() {
        looking.cancel();
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
        box.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        return box;
    }

    /** Reads the first rows again, in that encoding and with that delimiter, each "" to be found out. */
    private void look(String encoding, String delimiter) {
        problem.set(texts.get("import.counting"));
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
                    problem.set(texts.get("import.problem"));
                    counts.setText(texts.of(error));
                });
    }

    private void showColumns(DelimitedPreview preview) {
        table.show(preview);
        changed();
    }

    /** What is on screen is not what was counted; until it is, nothing can be imported. */
    private void changed() {
        problem.set(texts.get("import.counting"));
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
            problem.set(texts.get("import.problem"));
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
                    problem.set("");
                    counts.setText(counted);
                },
                error -> {
                    problem.set(texts.get("import.problem"));
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

    private Recipe read() {
        Recipe recipe = recipe(Objects.requireNonNull(shown));
        if (keep.isSelected()) {
            keeper.accept(recipe);
        }
        return recipe;
    }
}
