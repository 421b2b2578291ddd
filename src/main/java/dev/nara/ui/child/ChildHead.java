package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.explain.UserHistory.Use;
import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.RibbonDots.Dot;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The head of the workspace: the selected child and its attributes, and its history as a ribbon over time. */
final class ChildHead extends VBox {
    private static final int NAMED_GENRES = 5;
    private static final int FEW = 2;
    private static final int MANY = 12;

    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final ChildWords words;
    private final ObservableValue<Theme> theme;
    private final HistoryRibbon ribbon;
    private final Label name = new Label();
    private final Label sexAndAge = new Label();
    private final Label traits = new Label();
    private final Label summary = new Label();
    private final HBox legend = new HBox();
    private RibbonDots dots = RibbonDots.NONE;

    ChildHead(ChildModel model, Session session, Texts texts, ChildWords words, ObservableValue<Theme> theme) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.words = words;
        this.theme = theme;
        this.ribbon = new HistoryRibbon(texts);
        getStyleClass().add("child-band");
        legend.getStyleClass().add("ribbon-legend");
        ribbon.listen(this::describe, this::choose);
        model.history().addListener((ListChangeListener<Object>) change -> history());
        model.chosenProperty().addListener((o, was, is) -> show());
        for (ObservableValue<?> each : List.of(model.genresProperty(), theme, texts.localeProperty())) {
            each.addListener((o, was, is) -> show());
        }
    }

    /** {@code watch} sets whether runs that start later keep the selected child's lists. */
    ChildHead with(Consumer<Boolean> watch) {
        name.setId("child-name");
        name.getStyleClass().add("page-title");
        name.setMinWidth(USE_PREF_SIZE);
        sexAndAge.setMinWidth(USE_PREF_SIZE);
        traits.getStyleClass().add("muted");
        traits.setMinWidth(0);
        Tips.on(traits, traits.textProperty());
        HBox first = new HBox(name, sexAndAge, traits, gap(), watching(watch));
        first.getStyleClass().add("child-names");
        summary.getStyleClass().add("caption");
        summary.setId("child-summary");
        HBox second = new HBox(Labels.whole(texts.binding("child.history")), summary, gap(), legend);
        second.getStyleClass().add("ribbon-head");
        second.visibleProperty().bind(model.chosenProperty().isNotNull());
        getChildren().setAll(first, second, ribbon);
        return this;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Node watching(Consumer<Boolean> watch) {
        ToggleButton button = new ToggleButton();
        button.setId("child-watch");
        button.getStyleClass().addAll("chip", "watch-chip");
        button.setGraphic(Icons.of(Feather.EYE));
        button.setMinWidth(USE_PREF_SIZE);
        Tips.on(button, texts.binding("child.watch.help"));
        Runnable follow = () -> {
            Child child = model.chosenProperty().get();
            boolean on = child != null && model.watchedProperty().get().contains(child.id());
            boolean here = child != null && model.watchedListsProperty().get().containsKey(child.user());
            button.setSelected(on);
            button.setText(texts.get(on ? "child.watching" : here ? "child.watching.run" : "child.watch"));
        };
        model.chosenProperty().addListener((o, was, is) -> follow.run());
        model.watchedProperty().addListener((o, was, is) -> follow.run());
        model.watchedListsProperty().addListener((o, was, is) -> follow.run());
        texts.localeProperty().addListener((o, was, is) -> follow.run());
        button.setOnAction(e -> watch.accept(button.isSelected()));
        button.visibleProperty().bind(model.chosenProperty().isNotNull());
        follow.run();
        return button;
    }

    /** Makes the dots of the history, a few hundred at most, once it was read. */
    private void history() {
        Session.Opened opened = session.openedProperty().get();
        dots = opened == null ? RibbonDots.NONE : RibbonDots.of(opened.dataset(), model.history());
        show();
    }

    private void show() {
        Child child = model.chosenProperty().get();
        name.setText(child == null ? "" : words.name(child));
        sexAndAge.setText(child == null ? "" : words.sexAndAge(child));
        traits.setText(child == null ? "" : words.traits(child));
        Colours colours = Colours.of(theme.getValue());
        ribbon.show(new HistoryRibbon.Shown(dots, model.genresProperty().get(), colours, words.masked()));
        legend.getChildren().clear();
        for (String genre : dots.genres().stream().limit(NAMED_GENRES).toList()) {
            Label named =
                    new Label(genre, new Circle(4, model.genresProperty().get().colour(genre, colours)));
            named.setMinWidth(USE_PREF_SIZE);
            legend.getChildren().add(named);
        }
        if (dots.genres().size() > NAMED_GENRES) {
            legend.getChildren()
                    .add(new Label(texts.get("child.genres.more", dots.genres().size() - NAMED_GENRES)));
        }
        if (dots.clock() && dots.rows() > 0) {
            HBox sizes = new HBox(3, size(FEW, colours), size(MANY, colours));
            sizes.setAlignment(javafx.geometry.Pos.CENTER);
            legend.getChildren().add(new Label(texts.get("child.sizes", FEW, MANY), sizes));
        }
        describe(null);
    }

    private static Circle size(int views, Colours colours) {
        return new Circle(HistoryRibbon.radius(views), colours.faint());
    }

    /** Describes the session under the mouse or keyboard cursor, or else the whole history. */
    private void describe(@Nullable Dot dot) {
        Session.Opened opened = session.openedProperty().get();
        Child child = model.chosenProperty().get();
        boolean looked = dot != null && opened != null;
        legend.setVisible(!looked);
        legend.setManaged(!looked);
        if (looked && dot != null && opened != null) {
            summary.setText(session(opened.dataset(), dot));
        } else if (child == null) {
            summary.setText("");
        } else if (child.views() == 0) {
            summary.setText(texts.get("child.history.empty"));
        } else if (model.history().isEmpty()) {
            summary.setText(texts.get("child.history.reading"));
        } else {
            String key = words.masked() ? "child.history.about" : "child.history.said";
            String said = dots.sessions() == 0
                    ? texts.get("child.history.rows", words.views(child.views()))
                    : texts.get(key, words.views(child.views()), words.views(dots.sessions()));
            // Rounded counts of parts do not add up to the rounded whole.
            summary.setText(words.masked() ? said : said + parts());
        }
        ribbon.setAccessibleText(texts.get("child.history") + ", " + summary.getText());
    }

    /** How many views are in the validation part and in the test part. */
    private String parts() {
        int validation = dots.views(Use.VALIDATION);
        int test = dots.views(Use.HELD_OUT);
        return validation + test == 0
                ? ""
                : texts.get("child.history.parts", words.views(validation), words.views(test));
    }

    private String session(Dataset dataset, Dot dot) {
        String when = words.masked() ? "" : dataset.calendar().text(dot.time()) + ", ";
        String what = Album.of(dataset, dot.item()).name(texts);
        return when + texts.get("child.session", what, Numbers.grouped(dot.views()), texts.get("mark." + dot.use()));
    }

    /** Selects the item of a session if it is in the list on screen. */
    private void choose(Dot dot) {
        model.list().stream()
                .filter(place -> place.entry().item() == dot.item())
                .findFirst()
                .ifPresent(model.explainedProperty()::set);
    }
}
