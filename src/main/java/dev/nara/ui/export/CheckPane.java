package dev.nara.ui.export;

import dev.nara.competition.SubmissionCheck;
import dev.nara.competition.SubmissionRule;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The rules of a submission, the result of the last check of a file, and the button that writes a submission. */
final class CheckPane extends VBox {
    private final ExportModel model;
    private final Texts texts;
    private final Pseudonymiser names;
    private final Label result = new Label();
    private final VBox rules = new VBox(3);

    /** The requests of this pane. */
    interface Requests {
        /** Trains the recipe's runs again on all rows. */
        void fit();

        /** Writes a submission of the recipe. */
        void write();
    }

    CheckPane(ExportModel model, Texts texts, Requests requests, Pseudonymiser names) {
        this.model = model;
        this.texts = texts;
        this.names = names;
        getStyleClass().addAll("card", "check-card");
        result.setId("check-result");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Labels.whole(texts.binding("export.page.check"), "card-title"), gap, result);
        head.getStyleClass().add("card-head");
        rules.setId("check-findings");
        ScrollPane scroll = new LiveScroll(rules);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, write(requests));
        for (Observable each : List.of(model.checkedProperty(), names.onProperty(), texts.localeProperty())) {
            each.addListener(o -> show());
        }
        show();
    }

    private Region write(Requests requests) {
        Button write = Tables.primary(texts, "compose-write", "export.write", "Shortcut+E", requests::write);
        write.textProperty().unbind();
        write.textProperty()
                .bind(Bindings.when(model.workingProperty())
                        .then(texts.binding("export.working"))
                        .otherwise(texts.binding("export.write")));
        write.setMaxWidth(Double.MAX_VALUE);
        write.disableProperty()
                .bind(model.workingProperty()
                        .or(model.judgedProperty()
                                .isNull()
                                .and(model.needsLookProperty().not())));
        Button fit = Tables.button(texts, "compose-fit", "action.run.fit", requests::fit);
        fit.setMaxWidth(Double.MAX_VALUE);
        fit.disableProperty().bind(model.workingProperty());
        Label first = new Label();
        first.getStyleClass().add("caption");
        first.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        first.setId("export-says");
        for (Observable each : List.of(model.unfitted(), model.training(), texts.localeProperty())) {
            each.addListener(o -> say(first, fit));
        }
        say(first, fit);
        VBox box = new VBox(6, write, fit, first);
        box.getStyleClass().add("write-box");
        return box;
    }

    /** Says what has to be done before a submission is written, or how it will be written. */
    private void say(Label first, Button fit) {
        boolean any = !model.unfitted().isEmpty();
        fit.setVisible(any);
        fit.setManaged(any);
        if (!model.training().isEmpty()) {
            first.setText(trains(model.training().get(0)));
        } else {
            String runs = model.unfitted().stream().map(String::valueOf).collect(Collectors.joining(", "));
            first.setText(any ? texts.get("export.fits.first", runs) : texts.get("export.written.how"));
        }
    }

    /** Says from which epoch the lists of a running run are. */
    private String trains(StoredRun run) {
        return texts.get(
                "export.trains",
                run.id(),
                run.last().map(RunEvent.EpochDone::epoch).orElse(0),
                run.spec().epochs(),
                run.best().map(RunEvent.EpochDone::epoch).orElse(0));
    }

    private void show() {
        ExportModel.Checked checked = model.checkedProperty().get();
        rules.getChildren().clear();
        result.getStyleClass().setAll("label", "card-detail");
        if (checked == null) {
            result.setText(texts.get("export.check.none"));
            Arrays.stream(SubmissionRule.values())
                    .forEach(rule -> line(Feather.MINUS, "faint", texts.get("rule." + rule)));
            return;
        }
        SubmissionCheck.Result found = checked.result();
        List<SubmissionRule> broken = Arrays.stream(SubmissionRule.values())
                .filter(rule -> found.problems().stream().anyMatch(rule::brokenBy))
                .toList();
        int all = SubmissionRule.values().length;
        result.setText(
                broken.isEmpty()
                        ? texts.get("export.check.passes", all)
                        : texts.get("export.check.fails", broken.size(), all));
        result.getStyleClass().addAll("strong", broken.isEmpty() ? "good" : "bad");
        Tips.on(result, checked.file().toString());
        line(Feather.FILE, "", checked.file().getFileName().toString());
        checked.words().forEach(words -> line(Feather.INFO, "", texts.of(words)));
        broken.forEach(rule -> line(Feather.X, "bad", texts.get("rule." + rule)));
        found.problems().forEach(problem -> line(Feather.CORNER_DOWN_RIGHT, "bad", words(problem)));
        found.warnings().forEach(warning -> line(Feather.ALERT_TRIANGLE, "warn", words(warning)));
        Arrays.stream(SubmissionRule.values())
                .filter(rule -> !broken.contains(rule))
                .forEach(rule -> line(Feather.CHECK, "good", texts.get("rule." + rule)));
    }

    /** Findings contain the names of children, which are hidden in presentation mode. */
    private String words(Text finding) {
        return names.onProperty().get() ? texts.get("child.masked") : texts.of(finding);
    }

    private void line(Feather sign, String style, String words) {
        Label line = new Label(words, style.isEmpty() ? Icons.of(sign) : Icons.of(sign, style));
        line.getStyleClass().add("check-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        rules.getChildren().add(line);
    }
}
