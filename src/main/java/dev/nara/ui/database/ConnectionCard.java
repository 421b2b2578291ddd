package dev.nara.ui.database;

import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the sheet, the result of the last request, and the buttons. */
final class ConnectionCard {
    private static final double WIDTH = 640;
    private static final int QUERY_LINES = 4;
    private static final int LONGEST_ENTRY = 80;

    private final ConnectionModel model;
    private final Texts texts;
    private final Requests requests;
    private final PasswordField password = new PasswordField();
    private final Button test;
    private final Button read;
    private final Button open;

    /** The requests of this card. */
    interface Requests {
        /** Reads the first rows, or the list of tables if no query is given. */
        void test();

        /** Reads all rows. */
        void read();

        /** Opens the new snapshot, after the user has read how it differs. */
        void open();

        /** Cancels what is under way. */
        void cancel();

        /** Closes the sheet. */
        void close();
    }

    ConnectionCard(ConnectionModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
        test = Tables.button(texts, "database-test", "database.test", requests::test);
        test.textProperty()
                .bind(Bindings.when(Bindings.createBooleanBinding(
                                () -> model.askedProperty().get().isBlank(), model.askedProperty()))
                        .then(texts.binding("database.list"))
                        .otherwise(texts.binding("database.test")));
        read = Tables.button(texts, "database-read", "database.read", requests::read);
        open = Tables.button(texts, "database-open", "database.open", requests::open);
    }

    Region view() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                Labels.of(texts.binding(again() ? "database.again" : "database.title"), "card-title"),
                gap,
                Icons.button("database-close", Feather.X, texts.binding("dialog.close"), requests::close));
        head.getStyleClass().add("card-head");
        Node answer = new AnswerView(model, texts, requests::test).view();
        VBox.setVgrow(answer, Priority.ALWAYS);
        VBox card = new VBox(head, fields(), answer, foot());
        card.setId("database-sheet");
        card.getStyleClass().addAll("side-sheet", "database-sheet");
        card.setPrefWidth(WIDTH);
        return card;
    }

    /** Moves the focus to the password if the fields before it are filled. */
    void begin() {
        if (!model.userProperty().get().isEmpty()) {
            password.requestFocus();
        }
    }

    private boolean again() {
        return model.againProperty().get() != null;
    }

    /** Whether the query of files is repeated, which needs no user and no preview. */
    private boolean ofFiles() {
        SourceQuery same = model.againProperty().get();
        return same != null && !same.ofDatabase();
    }

    private Node fields() {
        TextField address = field("database-address", new TextField());
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setPromptText("jdbc:postgresql://host:5432/database");
        TextField user = field("database-user", new TextField());
        user.textProperty().bindBidirectional(model.userProperty());
        field("database-password", password);
        password.textProperty().bindBidirectional(model.passwordProperty());
        TextArea asked = field("database-query", new TextArea());
        asked.textProperty().bindBidirectional(model.askedProperty());
        asked.setPrefRowCount(QUERY_LINES);
        asked.setMinHeight(Region.USE_PREF_SIZE);
        asked.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                (e.isShiftDown() ? password : test).requestFocus(); // a query needs no tabs
                e.consume();
            }
        });
        address.setDisable(again());
        asked.setDisable(again());
        HBox login = new HBox(
                12, named("database.user", user), named("database.password", password, "database.password.kept"));
        login.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        VBox fields = new VBox(
                10,
                again()
                        ? named("database.address", address)
                        : named("database.address", address, "database.address.kinds"),
                login,
                named("database.query", asked, again() ? "database.query.same" : "database.query.empty"));
        shown(login, new SimpleBooleanProperty(!ofFiles()));
        if (!again()) {
            fields.getChildren().add(0, earlier());
        }
        return fields;
    }

    private <T extends TextInputControl> T field(String id, T field) {
        field.setId(id);
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    private VBox named(String key, Region field, String... hints) {
        Label name = Labels.of(texts.binding(key), "field-label");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(texts.binding(key));
        VBox box = new VBox(3, name, field);
        for (String hint : hints) {
            box.getChildren().add(Labels.wrapped(texts.binding(hint), "caption"));
        }
        box.setMinWidth(0);
        return box;
    }

    /** A menu that fills the fields with an earlier query. */
    private Node earlier() {
        MenuButton menu = new MenuButton();
        menu.setId("database-earlier");
        menu.textProperty().bind(texts.binding("database.earlier"));
        menu.visibleProperty().bind(Bindings.isNotEmpty(model.earlier()));
        menu.managedProperty().bind(menu.visibleProperty());
        menu.setOnShowing(e ->
                menu.getItems().setAll(model.earlier().stream().map(this::entry).toList()));
        return menu;
    }

    private MenuItem entry(SourceQuery query) {
        String words = query.source() + "   " + query.sql().replaceAll("\\s+", " ");
        MenuItem item =
                new MenuItem(words.length() > LONGEST_ENTRY ? words.substring(0, LONGEST_ENTRY - 1) + "…" : words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.fill(query));
        return item;
    }

    private Node foot() {
        Label problem = Labels.wrapped(model.problemProperty(), "bad");
        problem.setId("database-problem");
        shown(problem, model.problemProperty().isNotEmpty());
        BooleanBinding taken = model.openingProperty().isNotNull();
        Label change = Labels.wrapped(model.saidProperty(), "strong");
        change.setId("database-change");
        shown(change, taken);
        test.disableProperty().bind(model.addressProperty().isEmpty());
        BooleanBinding incomplete = Bindings.createBooleanBinding(
                () -> model.addressProperty().get().isBlank()
                        || model.askedProperty().get().isBlank(),
                model.addressProperty(),
                model.askedProperty());
        read.disableProperty().bind(incomplete);
        StringBinding why = texts.binding("database.incomplete");
        WhyOff.say(test, why);
        WhyOff.say(read, why);
        shown(read, taken.not());
        shown(open, taken);
        shown(test, ofFiles() ? new SimpleBooleanProperty() : taken.not());
        for (Button button : new Button[] {test, read, open}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        open.getStyleClass().add("accent");
        open.visibleProperty().addListener((o, was, is) -> {
            if (is) {
                open.requestFocus(); // the focused button has been hidden
            }
        });
        model.rowsProperty().addListener((o, was, is) -> accent());
        accent();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(test, gap, read, open);
        buttons.getStyleClass().add("dialog-buttons");
        return new VBox(8, problem, change, doing(), buttons);
    }

    /** Makes the preview the default button, and reading once the preview was shown. */
    private void accent() {
        boolean looked = again() || model.rowsProperty().get() != null;
        test.getStyleClass().remove("accent");
        read.getStyleClass().remove("accent");
        (looked ? read : test).getStyleClass().add("accent");
    }

    private Node doing() {
        Label words = Labels.of(model.doingProperty(), "caption");
        words.setId("database-doing");
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(120);
        bar.accessibleTextProperty().bind(model.doingProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(
                8, bar, words, gap, Tables.button(texts, "database-cancel", "dialog.cancel", requests::cancel));
        row.getStyleClass().add("dialog-buttons");
        shown(row, model.busy());
        return row;
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
