package dev.nara.ui.data.opening;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.roles.TablePreview;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks how a table is to be read: encoding, delimiter, header, the role of each column, and what a positive is. Shows the first rows and
 * the result for the whole file, which follow every change. Guesses are marked as such.
 */
public final class ImportAssistant extends VBox {
    private final Datasets datasets;
    private Path path;
    private final Texts texts;
    private final Answer answer;
    private final Latest looking;
    private final ImportSettings settings;
    private final ImportTable table;
    private final Label found = new Label();
    private final Label together = new Label();
    private final Label counts = new Label();
    private final CheckBox keep = new CheckBox();
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private @Nullable TablePreview shown;

    /** Receives the answer. */
    public interface Answer {
        /** Reads the table with this recipe; {@code beside} says whether to write the recipe beside the table, too. */
        void read(Path table, Recipe recipe, boolean beside);

        /** Cancels. */
        void leave();
    }

    /** For a file or folder. */
    public ImportAssistant(Datasets datasets, Path path, Jobs jobs, Texts texts, Answer answer) {
        this.datasets = datasets;
        this.path = path;
        this.texts = texts;
        this.answer = answer;
        this.looking = new Latest(jobs);
        this.settings = new ImportSettings(texts, new Choices());
        this.table = new ImportTable(texts, this::changed);
        setId("import-assistant");
        getStyleClass().addAll("page", "import-page");
        Node card = card();
        // What nothing is known of yet is not asked about.
        card.visibleProperty().bind(looked);
        found.textProperty().bind(texts.binding("import.looking"));
        getChildren().addAll(head(), card);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                leave();
                e.consume();
            }
        });
        pause.setOnFinished(e -> count());
        look("", "");
    }

    /** Says that the log is one of several tables, and which of them are joined to it. */
    public void withOthers(List<Path> others) {
        if (!others.isEmpty()) {
            String names = others.stream()
                    .map(other -> String.valueOf(other.getFileName()))
                    .collect(Collectors.joining(", "));
            Path folder = path.toAbsolutePath().getParent();
            together.textProperty()
                    .bind(texts.binding(
                            "import.together", String.valueOf(folder == null ? path : folder.getFileName()), names));
        }
    }

    private Node head() {
        Label title = Labels.of(texts.binding("import.header", String.valueOf(path.getFileName())), "page-title");
        found.getStyleClass().add("card-detail");
        found.setWrapText(true);
        found.setMinHeight(Region.USE_PREF_SIZE);
        together.setId("import-together");
        together.getStyleClass().add("card-detail");
        together.setWrapText(true);
        together.managedProperty().bind(together.textProperty().isNotEmpty());
        VBox words = new VBox(2, title, together, found);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = Tables.button(texts, "import-leave", "dialog.cancel", this::leave);
        Button read = Tables.button(texts, "import-read", "import.read", this::read);
        read.getStyleClass().addAll("accent", "primary");
        read.disableProperty().bind(ready.not());
        WhyOff.say(read, counts.textProperty());
        for (Button button : new Button[] {leave, read}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox acts = new HBox(leave, read);
        acts.getStyleClass().add("verdict-acts");
        HBox head = new HBox(words, acts);
        head.getStyleClass().add("verdict");
        return head;
    }

    private Node card() {
        counts.setId("import-counts");
        counts.setWrapText(true);
        counts.getStyleClass().add("strong");
        keep.setId("import-keep");
        keep.textProperty().bind(texts.binding("import.keep"));
        VBox card = new VBox(settings, table.view(), counts, keep);
        card.getStyleClass().add("card");
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private final class Choices implements ImportSettings.Listener {
        @Override
        public void reread(String encoding, String delimiter) {
            look(encoding, delimiter);
        }

        @Override
        public void part(Path table) {
            path = table;
            look("", "");
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

    /** Reads the first rows again with that encoding and delimiter, each "" to be detected. */
    private void look(String encoding, String delimiter) {
        ready.set(false);
        pause.stop();
        looking.run(
                () -> TablePreview.of(datasets, path, encoding, delimiter),
                preview -> {
                    looked.set(true);
                    shown = preview;
                    path = preview.parts().isEmpty() ? path : preview.path();
                    settings.show(preview);
                    found.textProperty().unbind();
                    found.setText(found(preview));
                    showColumns(preview);
                },
                error -> {
                    looked.set(true);
                    shown = null;
                    table.clear();
                    found.textProperty().unbind();
                    found.setText("");
                    counts.setText(texts.of(error));
                });
    }

    /** The detected settings as text; binary files have no encoding. */
    private String found(TablePreview preview) {
        String said = preview.guess().sentence(texts.locale());
        return preview.encoding().isEmpty()
                ? texts.get("import.found.columns", said)
                : texts.get("import.found", preview.encoding(), said);
    }

    private void showColumns(TablePreview preview) {
        table.show(preview);
        changed();
    }

    /** Settings have changed: nothing can be imported until the result is computed again. */
    private void changed() {
        settings.concerns(table.roles());
        ready.set(false);
        pause.playFromStart();
    }

    private Recipe recipe(TablePreview preview) {
        return preview.recipe(table.roles(), settings.encoding(), settings.threshold())
                .with(settings.times())
                .withBadRows(settings.badRows());
    }

    /** Reads the whole file with the current settings, and shows the result. */
    private void count() {
        TablePreview preview = shown;
        if (preview == null) {
            return;
        }
        if (!preview.readable(table.roles())) {
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
        int skipped = prepared.raw().source().skipped().size();
        return (skipped == 0 ? "" : texts.get("import.skipped", Numbers.grouped(skipped)) + " ")
                + texts.get(
                        "import.counts",
                        Numbers.grouped(prepared.raw().interactions().size()),
                        Numbers.grouped(left.rows()),
                        Numbers.grouped(left.users()),
                        Numbers.grouped(left.items()));
    }

    private void read() {
        TablePreview preview = shown;
        if (preview != null) {
            looking.cancel();
            answer.read(path, recipe(preview), keep.isSelected());
        }
    }

    private void leave() {
        looking.cancel();
        pause.stop();
        answer.leave();
    }
}
