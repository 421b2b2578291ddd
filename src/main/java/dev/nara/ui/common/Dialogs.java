package dev.nara.ui.common;

import dev.nara.data.DataException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's few dialogs, one at a time: an error that arrives while a question is open is shown once that is answered. A
 * dialog over a dialog would keep the answer of the lower one from its asker until the upper one is closed, too. Where there
 * is no window any more, errors are only logged.
 */
public final class Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);

    private final Window owner;
    private final Texts texts;
    private final Queue<Throwable> waiting = new ArrayDeque<>();
    private int open;

    /** Dialogs over that window. */
    public Dialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /** Shows an error with its details behind a fold, to be copied. Cancelling is no error. */
    public void error(Throwable error) {
        if (error instanceof CancellationException) {
            return;
        }
        if (open > 0) {
            waiting.add(error);
            return;
        }
        if (!owner.isShowing()) {
            LOG.error("after the window was closed", error);
            return;
        }
        if (error instanceof DataException wrong) {
            show(wrong.message(texts.locale()), "");
        } else {
            LOG.error("shown to the user", error);
            show(texts.get("dialog.error.unexpected", String.valueOf(error)), stack(error));
        }
    }

    /** From now on shows what nobody caught, each error once. */
    public void catchUncaught() {
        Set<String> shown = ConcurrentHashMap.newKeySet();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.error("uncaught in {}", thread.getName(), error);
            if (shown.add(String.valueOf(error))) {
                Platform.runLater(() -> error(error));
            }
        });
    }

    /** Shows a message with optional details. */
    public void show(String message, String details) {
        Alert alert = alert(Alert.AlertType.ERROR, texts.get("dialog.error"), message);
        ButtonType copy = new ButtonType(texts.get("dialog.copy"), ButtonData.LEFT);
        alert.getButtonTypes().setAll(copy, close());
        if (!details.isEmpty()) {
            TextArea area = new TextArea(details);
            area.setEditable(false);
            alert.getDialogPane().setExpandableContent(area);
        }
        if (answer(alert).filter(copy::equals).isPresent()) {
            CopiedText.put(details.isEmpty() ? message : message + System.lineSeparator() + details);
        }
    }

    /** Shows the dialog until it is answered, and then the errors that arrived meanwhile. */
    public <T> Optional<T> answer(Dialog<T> dialog) {
        open++;
        try {
            return dialog.showAndWait();
        } finally {
            open--;
            if (!waiting.isEmpty()) {
                // After whoever asked has done what was answered: it may be the end of the window.
                Platform.runLater(this::showWaiting);
            }
        }
    }

    private void showWaiting() {
        if (open == 0 && !waiting.isEmpty()) {
            error(waiting.remove());
            showWaiting();
        }
    }

    /** Asks for a yes; the button says what will be done. */
    public boolean confirm(String title, String question, String yes) {
        return choose(title, question, List.of(yes)).isPresent();
    }

    /** The same of something that cannot be taken back: not what Enter does. */
    public boolean confirmLasting(String title, String question, String yes) {
        return answered(title, question, List.of(new ButtonType(yes, ButtonData.OTHER)))
                .isPresent();
    }

    /** Lets people pick some of several things for {@code yes} to happen to them; empty for none. */
    public List<String> several(String title, String yes, List<String> options) {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(options));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectFirst();
        list.setAccessibleText(title);
        list.setPrefSize(420, 220);
        Dialog<ButtonType> dialog = new Dialog<>();
        prepare(dialog, title);
        ButtonType doIt = new ButtonType(yes, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().set(0, doIt);
        dialog.getDialogPane().setContent(list);
        return answer(dialog).filter(doIt::equals).isPresent()
                ? List.copyOf(list.getSelectionModel().getSelectedItems())
                : List.of();
    }

    /** Asks which of several things is to be done; empty where the answer is to do nothing. */
    public Optional<String> choose(String title, String question, List<String> answers) {
        return answered(
                        title,
                        question,
                        answers.stream()
                                .map(answer -> new ButtonType(answer, ButtonData.OK_DONE))
                                .toList())
                .map(ButtonType::getText);
    }

    private Optional<ButtonType> answered(String title, String question, List<ButtonType> answers) {
        Alert alert = alert(Alert.AlertType.CONFIRMATION, title, question);
        alert.getButtonTypes().setAll(answers);
        alert.getButtonTypes().add(new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        return answer(alert).filter(answers::contains);
    }

    /** Lets people pick one of several things; empty where they want none. */
    public <T> Optional<T> pick(String title, List<T> options, Function<T, String> words) {
        Map<String, T> named = new LinkedHashMap<>();
        options.forEach(option -> named.put(words.apply(option), option));
        ChoiceDialog<String> dialog = new ChoiceDialog<>(words.apply(options.get(0)), named.keySet());
        prepare(dialog, title);
        return answer(dialog).map(named::get);
    }

    /** Asks for a word or two; empty where the answer is none. */
    public Optional<String> ask(String title, String question) {
        TextInputDialog dialog = new TextInputDialog();
        prepare(dialog, title);
        dialog.setContentText(question);
        return answer(dialog).map(String::strip).filter(answer -> !answer.isEmpty());
    }

    /** Over the window, with its title, to be answered or left. */
    private void prepare(Dialog<?> dialog, String title) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE),
                        new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
    }

    /** The window that they belong to. */
    public Window owner() {
        return owner;
    }

    /** Shows a text to read. */
    public void inform(String title, String text) {
        Alert alert = alert(Alert.AlertType.INFORMATION, title, text);
        alert.getButtonTypes().setAll(close());
        answer(alert);
    }

    private ButtonType close() {
        return new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
    }

    private Alert alert(Alert.AlertType kind, String title, String text) {
        Alert alert = new Alert(kind);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setContentText(text);
        alert.setResizable(true);
        alert.getDialogPane().setMinWidth(480);
        return alert;
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
