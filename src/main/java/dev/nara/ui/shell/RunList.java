package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The runs of the workspace, newest first; choosing one shows it. */
final class RunList extends VBox {
    private final RunStore store;
    private final Jobs jobs;
    private final Texts texts;
    private final ListView<Entry> list = new ListView<>();

    /** A run with its best epoch and its figure; 0 and empty before the first epoch is done. */
    record Entry(StoredRun run, int bestEpoch, String figure) {}

    RunList(RunStore store, Jobs jobs, Texts texts, Consumer<Entry> chosen) {
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        getStyleClass().add("run-list");
        Label title = new Label();
        title.textProperty().bind(texts.binding("runs.title"));
        title.getStyleClass().add("section-title");
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("runs.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-text");
        list.setId("runs");
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new RunCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && (was == null || was.run().id() != is.run().id())) {
                chosen.accept(is);
            }
        });
        texts.localeProperty().addListener((o, was, is) -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        refresh();
    }

    /** Reads the runs again. */
    void refresh() {
        jobs.run(this::entries, list.getItems()::setAll);
    }

    private List<Entry> entries() throws DataException {
        List<Entry> entries = new ArrayList<>();
        for (StoredRun run : store.list()) {
            entries.add(run.best()
                    .map(best -> new Entry(run, best.epoch(), figure(best)))
                    .orElseGet(() -> new Entry(run, 0, "")));
        }
        return entries;
    }

    private static String figure(RunEvent.EpochDone best) {
        return best.metrics().entrySet().stream()
                .findFirst()
                .map(first -> first.getKey() + " " + Numbers.figure(first.getValue()))
                .orElse("");
    }

    private final class RunCell extends ListCell<Entry> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final VBox box = new VBox(name, detail);

        RunCell() {
            name.getStyleClass().add("cell-title");
            detail.getStyleClass().add("cell-detail");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
            } else {
                name.setText(entry.run().id() + "  "
                        + texts.get("algorithm." + entry.run().spec().algorithm()) + "  " + entry.figure());
                detail.setText(texts.get("state." + entry.run().state()) + "  "
                        + entry.run().created().substring(0, 16).replace('T', ' '));
                setGraphic(box);
            }
        }
    }
}
