package dev.nara.ui.runs;

import dev.nara.competition.LedgerCheck;
import dev.nara.data.DataException;
import dev.nara.search.running.Studies;
import dev.nara.store.RunStore;
import dev.nara.store.check.WorkspaceCheck;
import dev.nara.store.check.WorkspaceFinding;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Form;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Checks the open workspace as {@code nara workspace check} does, shows what was found, and repairs what can be repaired if the user wants
 * it.
 */
final class WorkspaceRepair {
    private static final double WIDTH = 620;
    private static final int MOST_SHOWN = 200;

    private final RunStore store;
    private final Frame frame;
    private final Texts texts;
    private final StoreWork work;

    WorkspaceRepair(RunStore store, RunList list, Frame frame) {
        this.store = store;
        this.frame = frame;
        this.texts = frame.texts();
        this.work = new StoreWork(list, frame);
    }

    /** Adds the action to the window's list. */
    void addTo(Actions actions) {
        actions.add("runs.check", "", this::check);
    }

    private void check() {
        frame.say().accept(texts.get("check.under.way"));
        frame.jobs().run(() -> look(false), this::found);
    }

    private WorkspaceCheck.Report look(boolean repair) throws DataException {
        WorkspaceCheck.Report stored = WorkspaceCheck.of(
                store, repair, opened -> new Studies(opened).list().damaged());
        return new WorkspaceCheck.Report(
                stored.runs(),
                Stream.of(stored.findings(), LedgerCheck.of(store.workspace()))
                        .flatMap(List::stream)
                        .toList());
    }

    private void found(WorkspaceCheck.Report report) {
        int count = report.findings().size();
        if (count == 0) {
            frame.say().accept(texts.get("cli.workspace.whole", report.runs()));
            return;
        }
        frame.say().accept("");
        if (report.findings().stream().noneMatch(WorkspaceFinding::repairable)) {
            show("workspace-left", texts.get("check.none", report.runs(), count), report.findings());
            return;
        }
        Form<Boolean> question = new Form<>(
                "workspace-findings",
                texts.get("check.title"),
                content(texts.get("check.question", report.runs(), count), report.findings()),
                texts.get("check.yes"),
                new SimpleStringProperty(""),
                () -> true);
        frame.dialogs().open(question, yes -> yes.ifPresent(go -> work.run(() -> look(true), this::repaired)));
    }

    private void repaired(WorkspaceCheck.Report report) {
        long left = report.left();
        String words = texts.get("check.result", report.findings().size() - left, left);
        frame.say().accept(words);
        show("workspace-repaired", words, report.findings());
    }

    private void show(String id, String words, List<WorkspaceFinding> findings) {
        VBox content = content(words, findings);
        content.setId(id);
        frame.dialogs().inform(texts.get("check.title"), content);
    }

    private VBox content(String words, List<WorkspaceFinding> findings) {
        VBox content = new VBox(text(words, ""));
        content.getStyleClass().add("dialog-content");
        findings.stream().limit(MOST_SHOWN).map(this::row).forEach(content.getChildren()::add);
        if (findings.size() > MOST_SHOWN) {
            content.getChildren().add(text(texts.get("check.list.more", findings.size() - MOST_SHOWN), "caption"));
        }
        return content;
    }

    private Node row(WorkspaceFinding finding) {
        String problem =
                finding.problem().in(texts.locale()) + " " + finding.remedy().in(texts.locale());
        return new VBox(text(finding.what(), "figure-title"), text(problem, "card-detail"));
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
