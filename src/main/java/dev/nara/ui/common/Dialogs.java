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
 * What the window asks, in the window itself, and its errors. An error that arrives while a question is open is shown once that is
 * answered. Where there is no window any more, errors are only logged and the answer to every question is none.
 */
public final class Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogs.class);

    private final Layers layers;
    private final Texts texts;
    private final Queue<Throwable> waiting = new ArrayDeque<>();
    private int open;

    /** Dialogs over what the window shows. */
    public Dialogs(Layers layers, Texts texts) {
        this.layers = layers;
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
        if (!owner().isShowing()) {
            LOG.error("after the window was closed", error);
            return;
        }
        if (error instanceof DataException wrong) {
            show(wrong.message(texts.locale()), "");
            return;
        }
        LOG.error("shown to the user", error);
        if (DataException.told(error).isPresent()) {
            show(texts.of(error), "");
        } else {
            show(texts.get("dialog.error.unexpected", String.valueOf(error)), Cards.stack(error));
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

    /** Shows what went wrong, with optional details. */
    public void show(String message, String details) {
        DialogCard card = Cards.error(texts, message, details);
        Open<Boolean> shown = new Open<>(card, answer -> {});
        card.accented(texts.get("dialog.close"), () -> shown.answer(true));
        shown.lay();
    }

    /** Shows a text to read. */
    public void inform(String title, String text) {
        DialogCard card = new DialogCard(null, title, Cards.text(text));
        Open<Boolean> shown = new Open<>(card, answer -> {});
        card.accented(texts.get("dialog.close"), () -> shown.answer(true));
        shown.lay();
    }

    /** A card that is open until it is answered or left, and then the errors that arrived meanwhile. */
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
                // After whoever asked has done what was answered: it may be the end of the window.
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

    /** Opens a card and returns when it is answered; the window lives on meanwhile. */
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

    /** Has a form filled in and gives the value to {@code then}; nothing where the form is left. */
    public <T> void open(Form<T> form, Consumer<Optional<T>> then) {
        card(form, then).lay();
    }

    /** Has a form filled in and waits for that; empty where the form is left. */
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

    /** Asks for a yes; the button says what will be done. */
    public boolean confirm(String title, String question, String yes) {
        return choose(title, question, List.of(yes)).isPresent();
    }

    /** The same of something that cannot be taken back: not what Enter does. */
    public boolean confirmLasting(String title, String question, String yes) {
        return this.<String>await(then -> asked(title, question, List.of(), List.of(yes), then))
                .isPresent();
    }

    /** Asks which of several things is to be done, the first with Enter; empty where the answer is to do nothing. */
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

    /** Lets people pick some of several things for {@code yes} to happen to them; empty for none. */
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

    /** Lets people pick one of several things; empty where they want none. */
    public <T> Optional<T> pick(String title, List<T> options, Function<T, String> words) {
        ListView<T> list = Cards.list(title, options, words);
        return answer(form("dialog-pick", title, list, texts.get("dialog.ok"), () -> list.getSelectionModel()
                .getSelectedItem()));
    }

    private static <T> Form<T> form(String id, String title, Node content, String yes, Supplier<T> value) {
        return new Form<>(id, title, content, yes, new SimpleStringProperty(""), value);
    }

    /** Asks for a name or a number; there is no answer without one. */
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

    /** The window that they belong to. */
    public Window owner() {
        return layers.owner();
    }
}
