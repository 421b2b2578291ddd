package dev.nara.ui.help;

import dev.nara.ui.common.LaidCard;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The guide in a sheet over the right side of the window, in the window's language; created when first needed. */
public final class HelpController {
    /** The width as a share of the window's. */
    private static final double WIDTH = 0.78;

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);

    private final Layers layers;
    private final Texts texts;
    private @Nullable Shown shown;

    /** The guide, and its card while it is open. */
    private static final class Shown {
        private final HelpModel model;
        private final HelpView view;
        private @Nullable LaidCard card;

        Shown(HelpModel model, HelpView view) {
            this.model = model;
            this.view = view;
        }

        void close() {
            LaidCard open = card;
            if (open != null) {
                card = null;
                open.close();
            }
        }
    }

    /** Shows the guide in these layers. */
    public HelpController(Layers layers, Texts texts) {
        this.layers = layers;
        this.texts = texts;
    }

    /** Opens the guide at a page, given its name; an unknown name opens the first page. */
    public void open(String page) {
        Shown now = shown;
        if (now == null) {
            now = make();
            shown = now;
        }
        boolean known = now.model.guideProperty().get().page(page).isPresent();
        if (now.card == null) {
            now.card = layers.lay(now.view.root(), LaidCard.Place.SIDE, now::close);
        }
        now.model.open(new PagePlace(known ? page : Guide.FIRST, ""));
        now.view.focusPage();
    }

    /**
     * A topic of the guide.
     *
     * @param title the title of the page or section
     * @param of the title of the page
     */
    public record Topic(String page, String anchor, String title, String of) {}

    /** All pages and their sections in the current language; reads the guide, so not on the JavaFX thread. */
    public List<Topic> topics() {
        return new Guide(texts.locale())
                .pages().stream()
                        .flatMap(page -> page.sections().stream().map(section -> topic(page, section)))
                        .toList();
    }

    /** Opens the guide at the first section of these pages that mentions a setting, or at the first of the pages. */
    public void explain(String setting, List<String> pages) {
        Pattern named = Pattern.compile("(?<![\\w])" + Pattern.quote(setting).replace("_", "\\E[-_]\\Q") + "(?![\\w])");
        Guide guide = shown == null
                ? new Guide(texts.locale())
                : shown.model.guideProperty().get();
        Optional<Topic> found = pages.stream()
                .flatMap(name -> guide.page(name).stream())
                .flatMap(page -> page.sections().stream()
                        .filter(section -> named.matcher(section.text()).find())
                        .map(section -> topic(page, section)))
                .findFirst();
        found.ifPresentOrElse(this::open, () -> open(pages.get(0)));
    }

    private static Topic topic(Guide.Page page, Guide.Section section) {
        boolean top = section.equals(page.sections().get(0));
        return new Topic(page.name(), top ? "" : section.anchor(), section.title(), page.title());
    }

    /** Opens the guide at a topic. */
    public void open(Topic topic) {
        open(topic.page());
        Shown now = shown;
        if (now != null) {
            now.model.open(new PagePlace(topic.page(), topic.anchor()));
        }
    }

    /** Opens the guide with the search results for these words. */
    public void seek(String words) {
        open(Guide.FIRST);
        Shown now = shown;
        if (now != null) {
            now.model.wordsProperty().set(words);
        }
    }

    private Shown make() {
        HelpModel model = new HelpModel(new Guide(texts.locale()));
        HelpView view = new HelpView(model, texts);
        texts.localeProperty().addListener((o, was, is) -> model.guideProperty().set(new Guide(is)));
        view.root().getStyleClass().add("help-sheet");
        view.root().prefWidthProperty().bind(layers.widthProperty().multiply(WIDTH));
        Shown made = new Shown(model, view);
        view.onClose(made::close);
        view.root().addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, made));
        view.root().addEventFilter(KeyEvent.KEY_TYPED, e -> typed(e, view));
        return made;
    }

    /** Esc clears the search or closes the guide; Ctrl+F searches, Alt with an arrow goes back or forward, F1 opens the first page. */
    private static void pressed(KeyEvent event, Shown now) {
        HelpModel model = now.model;
        if (event.getCode() == KeyCode.ESCAPE) {
            if (model.wordsProperty().get().isEmpty()) {
                now.close();
            } else {
                model.wordsProperty().set("");
            }
        } else if (FIND.match(event)) {
            now.view.search(List.of());
        } else if (BACK.match(event)) {
            model.back();
        } else if (FORWARD.match(event)) {
            model.forward();
        } else if (event.getCode() == KeyCode.F1) {
            model.open(new PagePlace(Guide.FIRST, ""));
        } else {
            return;
        }
        event.consume();
    }

    /** Text typed anywhere goes to the search field. */
    private static void typed(KeyEvent event, HelpView view) {
        boolean letter = !event.getCharacter().isBlank()
                && event.getCharacter().codePoints().noneMatch(Character::isISOControl)
                && !event.isShortcutDown()
                && !event.isAltDown();
        if (letter && !(event.getTarget() instanceof TextInputControl)) {
            view.search(List.of(event.getCharacter()));
            event.consume();
        }
    }
}
