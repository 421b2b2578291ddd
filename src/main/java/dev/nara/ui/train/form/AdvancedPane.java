package dev.nara.ui.train.form;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The rarely used settings, folded at first; a search unfolds them and shows only matching rows. */
final class AdvancedPane extends VBox {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private final Texts texts;
    private final ToggleButton toggle = new ToggleButton();
    private final TextField search = new TextField();
    private final HBox head;
    private final VBox fold = new VBox();
    private final Label nothing;
    private final IntegerProperty count = new SimpleIntegerProperty();
    private final List<Group> groups = new ArrayList<>();

    /** A row, and whether it matches a search. */
    record Entry(Node row, Predicate<String> matches) {}

    private record Group(Node heading, List<Entry> entries) {}

    AdvancedPane(Texts texts) {
        this.texts = texts;
        toggle.setId("advanced");
        toggle.getStyleClass().add("advanced-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("form.advanced", count.get()), count, texts.localeProperty()));
        toggle.graphicProperty()
                .bind(Bindings.when(toggle.selectedProperty())
                        .then((Node) Icons.of(Feather.CHEVRON_DOWN))
                        .otherwise(Icons.of(Feather.CHEVRON_RIGHT)));
        search.setId("find-setting");
        search.promptTextProperty().bind(texts.binding("form.find"));
        search.accessibleTextProperty().bind(texts.binding("form.find"));
        HBox.setHgrow(search, Priority.ALWAYS);
        head = new HBox(toggle, search);
        head.getStyleClass().add("advanced-head");
        nothing = Labels.wrapped(
                Bindings.createStringBinding(
                        () -> texts.get("form.find.none", search.getText()),
                        search.textProperty(),
                        texts.localeProperty()),
                "muted",
                "advanced-none");
        nothing.managedProperty().bind(nothing.visibleProperty());
        fold.visibleProperty().bind(toggle.selectedProperty());
        fold.managedProperty().bind(fold.visibleProperty());
        search.textProperty().addListener((o, was, is) -> {
            toggle.setSelected(toggle.isSelected() || !is.isBlank());
            filter();
        });
        toggle.selectedProperty().addListener((o, was, is) -> {
            if (!is) {
                search.clear();
            }
        });
        getChildren().addAll(head, fold);
    }

    /** Removes all rows. */
    void clear() {
        groups.clear();
        fold.getChildren().setAll(nothing);
        nothing.setVisible(false);
        count.set(0);
    }

    /** Adds a group of rows under its heading, the text {@code group.NAME}. */
    void add(String name, List<Entry> entries) {
        Label heading = Labels.of(texts.binding("group." + name), "form-group");
        groups.add(new Group(heading, entries));
        fold.getChildren().add(heading);
        for (Entry entry : entries) {
            fold.getChildren().add(entry.row());
            entry.row().managedProperty().bind(entry.row().visibleProperty());
        }
        count.set(count.get() + entries.size());
        filter();
    }

    private void filter() {
        String words = search.getText().strip();
        boolean any = false;
        for (Group group : groups) {
            boolean found = false;
            for (Entry entry : group.entries()) {
                boolean matches = words.isEmpty() || entry.matches().test(words);
                entry.row().setVisible(matches);
                found |= matches;
            }
            group.heading().setVisible(found);
            group.heading().setManaged(found);
            any |= found;
        }
        nothing.setVisible(!any);
    }

    /** Unfolds and shows all rows. */
    void open() {
        search.clear();
        toggle.setSelected(true);
    }

    /** Whether the rows are unfolded. */
    ReadOnlyBooleanProperty openProperty() {
        return toggle.selectedProperty();
    }

    /** Marks whether a folded setting differs from the run on screen. */
    void differs(boolean is) {
        head.pseudoClassStateChanged(DIFFERS, is);
    }
}
