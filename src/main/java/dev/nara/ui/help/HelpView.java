package dev.nara.ui.help;

import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The guide: contents or search results on the left, the page on the right. */
final class HelpView {
    private static final double LIST = 0.22;

    private final HelpModel model;
    private final Texts texts;
    private final TextField words = new TextField();
    private final ObservableList<GuideSearch.Hit> hits = FXCollections.observableArrayList();
    private final ListView<GuideSearch.Hit> list = new ListView<>(hits);
    private final ScrollPane scroll = new LiveScroll();
    private final Label english = new Label();
    private final BorderPane root = new BorderPane();
    private Map<String, Node> anchors = Map.of();
    private @Nullable PageShown shown;
    private Runnable closed = () -> {};

    private record PageShown(Guide guide, String page) {}

    HelpView(HelpModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        SplitPane body = new SplitPane(left(), right());
        body.setDividerPositions(LIST);
        SplitPane.setResizableWithParent(body.getItems().get(0), false);
        root.setId("help");
        root.setTop(bar());
        root.setCenter(body);
        model.placeProperty().addListener((o, was, is) -> showPlace());
        model.guideProperty().addListener((o, was, is) -> {
            list();
            showPlace();
        });
        model.wordsProperty().addListener((o, was, is) -> list());
        list();
        showPlace();
    }

    private Node bar() {
        Button back = button("help.back", "help-back", model::back);
        back.disableProperty().bind(model.beforeProperty().not());
        Button forward = button("help.forward", "help-forward", model::forward);
        forward.disableProperty().bind(model.afterProperty().not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        english.setId("help-english");
        english.textProperty().bind(texts.binding("help.english"));
        english.getStyleClass().add("cell-detail");
        english.managedProperty().bind(english.visibleProperty());
        Button shut = Icons.button("help-close", Feather.X, texts.binding("dialog.close"), () -> closed.run());
        HBox bar = new HBox(back, forward, gap, english, shut);
        bar.getStyleClass().add("window-header");
        return bar;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.binding(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    private Node left() {
        words.setId("help-words");
        words.promptTextProperty().bind(texts.binding("help.search"));
        words.accessibleTextProperty().bind(texts.binding("help.search"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::moveInList);
        words.setOnAction(e -> openSelected());
        list.setId("help-list");
        list.accessibleTextProperty().bind(texts.binding("help.pages"));
        list.setCellFactory(view -> new HitCell());
        list.setPlaceholder(new Placeholder(texts)
                .filtered(Text.of("help.none"), new Placeholder.Step(Text.of("rail.clear"), words::clear)));
        list.setOnMouseClicked(e -> openSelected());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                openSelected();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(words, list);
        left.getStyleClass().add("side");
        return left;
    }

    /** In the search field, the up and down keys move the selection in the list. */
    private void moveInList(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && !hits.isEmpty()) {
            int to = Math.max(
                    0, Math.min(hits.size() - 1, list.getSelectionModel().getSelectedIndex() + step));
            list.getSelectionModel().select(to);
            list.scrollTo(to);
            event.consume();
        }
    }

    private Node right() {
        scroll.setId("help-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("help-scroll");
        return scroll;
    }

    private void openSelected() {
        GuideSearch.Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            model.open(hit.place());
        }
    }

    private void list() {
        hits.setAll(GuideSearch.search(
                model.guideProperty().get(), model.wordsProperty().get()));
        if (model.wordsProperty().get().isBlank()) {
            markPage();
        } else {
            list.getSelectionModel().select(0);
        }
    }

    private void markPage() {
        String page = model.placeProperty().get().page();
        hits.stream()
                .filter(hit -> hit.place().page().equals(page))
                .findFirst()
                .ifPresent(hit -> list.getSelectionModel().select(hit));
    }

    private void showPlace() {
        PagePlace place = model.placeProperty().get();
        Guide guide = model.guideProperty().get();
        PageShown wanted = new PageShown(guide, place.page());
        if (!wanted.equals(shown)) {
            guide.page(place.page()).ifPresent(this::render);
            shown = wanted;
        }
        if (model.wordsProperty().get().isBlank()) {
            markPage();
        }
        scrollTo(place.anchor());
    }

    private void render(Guide.Page page) {
        PageView.Shown view = PageView.of(page, this::leads, this::follow);
        anchors = view.anchors();
        scroll.setContent(view.node());
        english.setVisible(!page.translated());
    }

    private boolean leads(String destination) {
        return PagePlace.of(
                        destination,
                        model.placeProperty().get(),
                        model.guideProperty().get())
                .isPresent();
    }

    private void follow(String destination) {
        PagePlace.of(
                        destination,
                        model.placeProperty().get(),
                        model.guideProperty().get())
                .ifPresent(model::open);
    }

    /** Scrolls to a heading; to the top of the page if there is none of that name. */
    void scrollTo(String anchor) {
        Node heading = anchors.get(anchor);
        scroll.applyCss();
        scroll.layout();
        double room = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        double y = heading == null ? 0 : heading.getBoundsInParent().getMinY();
        scroll.setVvalue(room <= 0 ? 0 : Math.min(1, y / room));
    }

    /** Moves the focus to the search field, and adds typed text. */
    void search(List<String> typed) {
        words.requestFocus();
        typed.forEach(words::appendText);
    }

    /** Moves the focus to the page, so that keys scroll it. */
    void focusPage() {
        scroll.requestFocus();
    }

    /** {@code handler} closes the guide. */
    void onClose(Runnable handler) {
        closed = handler;
    }

    Region root() {
        return root;
    }
}
