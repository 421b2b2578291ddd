package dev.nara.ui.common;

import dev.nara.data.DataException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's questions and errors, shown inside the window. An error that arrives while a question is open is shown afterwards. After the
 * window was closed, errors are only logged and every question is answered with none.
 */
public final class Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);

    private final Layers layers;
    private final Texts texts;
    private final Queue<Throwable> waiting = new ArrayDeque<>();
    private int open;

    /** Dialogs in these layers. */
    public Dialogs(Layers layers, Texts texts) {
        this.layers = layers;
        this.texts = texts;
    }

    /** Shows an error with its details, which can be copied. Cancellations are ignored. */
    public void error(Throwable error) {
        if (error instanceof CancellationException) {
            return;
        }
        if (open > 0) {
            waiting.add(error);
            return;
        }
        if (!owner().isShowing()) {
            LOG.error("after the window was closed", error);
            return;
        }
        if (error instanceof DataException wrong) {
            show(wrong.message(texts.locale()), "");
            return;
        }
        LOG.error("shown to the user", error);
        if (DataException.of(error).isPresent()) {
            show(texts.of(error), "");
        } else {
            show(texts.get("dialog.error.unexpected", String.valueOf(error)), Cards.stack(error));
        }
    }

    /** From now on also shows uncaught exceptions, each once. */
    public void catchUncaught() {
        Set<String> shown = ConcurrentHashMap.newKeySet();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.error("uncaught in {}", thread.getName(), error);
            if (shown.add(String.valueOf(error))) {
                Platform.runLater(() -> error(error));
            }
        });
    }

    /** Shows an error message with optional details. */
    public void show(String message, String details) {
        DialogCard card = Cards.error(texts, message, details);
        Open<Boolean> shown = new Open<>(card, answer -> {});
        card.accented(texts.get("dialog.close"), () -> shown.answer(true));
        shown.lay();
    }

    /** Shows a text. */
    public void inform(String title, String text) {
        inform(title, Cards.text(text));
    }

    /** Shows something to read. */
    public void inform(String title, Node content) {
        DialogCard card = new DialogCard(null, title, content);
        Open<Boolean> shown = new Open<>(card, answer -> {});
        card.accented(texts.get("dialog.close"), () -> shown.answer(true));
        shown.lay();
    }

    /** An open card, until it is answered or dismissed; errors that arrived meanwhile are shown afterwards. */
    private final class Open<T> {
        private final DialogCard card;
        private final Consumer<Optional<T>> asker;
        private @Nullable LaidCard layer;

        Open(DialogCard card, Consumer<Optional<T>> asker) {
            this.card = card;
            this.asker = asker;
        }

        void lay() {
            open++;
            layer = layers.lay(card, LaidCard.Place.CENTRE, () -> end(Optional.empty()));
        }

        void answer(T answer) {
            end(Optional.of(answer));
        }

        private void end(Optional<T> answer) {
            LaidCard shown = layer;
            if (shown == null) {
                return;
            }
            layer = null;
            shown.close();
            open--;
            if (!waiting.isEmpty()) {
                // Only after the caller has handled the answer, which may close the window.
                Platform.runLater(Dialogs.this::showWaiting);
            }
            asker.accept(answer);
        }
    }

    private void showWaiting() {
        if (open == 0 && !waiting.isEmpty()) {
            error(waiting.remove());
            showWaiting();
        }
    }

    /** Opens a card and returns once it is answered; meanwhile events are processed. */
    private <T> Optional<T> await(Function<Consumer<Optional<T>>, Open<T>> asked) {
        if (!owner().isShowing()) {
            return Optional.empty();
        }
        Object loop = new Object();
        List<Optional<T>> answer = new ArrayList<>();
        asked.apply(given -> {
                    answer.add(given);
                    Platform.exitNestedEventLoop(loop, given);
                })
                .lay();
        Platform.enterNestedEventLoop(loop);
        return answer.get(0);
    }

    /** Shows a form and passes its value to {@code then}; empty if it is dismissed. */
    public <T> void open(Form<T> form, Consumer<Optional<T>> then) {
        card(form, then).lay();
    }

    /** Shows a form and waits for its value; empty if it is dismissed. */
    public <T> Optional<T> answer(Form<T> form) {
        return await(then -> card(form, then));
    }

    private <T> Open<T> card(Form<T> form, Consumer<Optional<T>> then) {
        DialogCard card = new DialogCard(null, form.title(), form.content());
        card.setId(form.id());
        Open<T> shown = new Open<>(card, then);
        card.end(texts.get("dialog.cancel"), () -> shown.end(Optional.empty()));
        Button yes = card.accented(form.yes(), () -> shown.answer(form.value().get()));
        yes.setId(form.id() + "-yes");
        card.refuse(yes, form.problem());
        return shown;
    }

    /** Asks for confirmation; the button names the action. */
    public boolean confirm(String title, String question, String yes) {
        return choose(title, question, List.of(yes)).isPresent();
    }

    /** The same for an irreversible action: Enter does not confirm it. */
    public boolean confirmLasting(String title, String question, String yes) {
        return this.<String>await(then -> asked(title, question, List.of(), List.of(yes), then))
                .isPresent();
    }

    /** Asks which action to take, the first by Enter; empty for none of them. */
    public Optional<String> choose(String title, String question, List<String> answers) {
        return await(then -> asked(title, question, answers.subList(0, 1), answers.subList(1, answers.size()), then));
    }

    private Open<String> asked(
            String title, String question, List<String> first, List<String> others, Consumer<Optional<String>> then) {
        DialogCard card = new DialogCard(null, title, Cards.text(question));
        Open<String> shown = new Open<>(card, then);
        others.forEach(answer -> card.end(answer, () -> shown.answer(answer)));
        card.end(texts.get("dialog.cancel"), () -> shown.end(Optional.empty()));
        first.forEach(answer -> card.accented(answer, () -> shown.answer(answer)));
        return shown;
    }

    /** Asks the user to select some options, to which {@code yes} names the action; empty for none. */
    public List<String> several(String title, String yes, List<String> options) {
        ListView<String> list = Cards.list(title, options, words -> words);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        return answer(form(
                        "dialog-several",
                        title,
                        list,
                        yes,
                        () -> List.copyOf(list.getSelectionModel().getSelectedItems())))
                .orElse(List.of());
    }

    /** Asks the user to select an option; empty if the dialog is dismissed. */
    public <T> Optional<T> pick(String title, List<T> options, Function<T, String> words) {
        ListView<T> list = Cards.list(title, options, words);
        return answer(form("dialog-pick", title, list, texts.get("dialog.ok"), () -> list.getSelectionModel()
                .getSelectedItem()));
    }

    private static <T> Form<T> form(String id, String title, Node content, String yes, Supplier<T> value) {
        return new Form<>(id, title, content, yes, new SimpleStringProperty(""), value);
    }

    /** Asks for a name or a number; a blank answer is not accepted. */
    public Optional<String> ask(String title, String question) {
        TextField field = new TextField();
        var problem = field.textProperty()
                .map(typed -> typed.isBlank() ? texts.get("dialog.ask.empty") : "")
                .orElse("");
        return answer(new Form<>(
                "dialog-ask",
                title,
                Cards.field(question, field),
                texts.get("dialog.ok"),
                problem,
                () -> field.getText().strip()));
    }

    /** The window that shows the dialogs. */
    public Window owner() {
        return layers.owner();
    }
}
