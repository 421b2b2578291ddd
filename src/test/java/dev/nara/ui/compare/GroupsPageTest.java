package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.analysis.GroupFigure;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.TestStandings;
import dev.nara.analysis.UserDifference;
import dev.nara.data.Pseudonyms;
import dev.nara.eval.Significance;
import dev.nara.text.Text;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One group, of the children 5 and 9 among three. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class GroupsPageTest {
    @TempDir
    private static Path folder;

    private final CompareModel model = new CompareModel();
    private int asked;

    @SuppressWarnings("NullAway.Init")
    private TabPane tabs;

    @Start
    void open(Stage stage) throws Exception {
        Texts texts = new Texts(Locale.ENGLISH);
        ChildrenPage children = new ChildrenPage(
                model,
                texts,
                new SimpleObjectProperty<>(Theme.LIGHT),
                new Pseudonymiser(Pseudonyms.of(folder), new Texts(Locale.ENGLISH), new Session()),
                new SimpleBooleanProperty(true));
        tabs = new TabPane();
        GroupsPage page = new GroupsPage(model, texts, children, () -> asked++, () -> tabs.getSelectionModel()
                .select(1));
        tabs.getTabs().addAll(new Tab("groups", page.root()), new Tab("children", children.root()));
        stage.setScene(new Scene(tabs, 900, 400));
        stage.show();
    }

    private static Object cell(int column) {
        TableView<?> table = OnFx.find("#compare-user-groups", TableView.class);
        return OnFx.get(() -> table.getColumns().get(column).getCellData(0));
    }

    /** Of the two columns of figures, which stand behind two others. */
    private static List<String> heads(String id) {
        TableView<?> table = OnFx.find(id, TableView.class);
        return OnFx.get(() -> table.getColumns().subList(2, 4).stream()
                .map(TableColumn::getText)
                .toList());
    }

    private void compared() {
        model.saidProperty()
                .set(new SaidVerdict(
                        SaidVerdict.Sign.LEVEL,
                        TestStandings.nothing(),
                        TestStandings.nothing(),
                        Optional.of(TestStandings.verdict())));
        model.children()
                .setAll(
                        new UserDifference(5, "u5", "", 0, 1),
                        new UserDifference(7, "u7", "", 1, 0),
                        new UserDifference(9, "u9", "", 1, 0));
        model.groups()
                .setAll(new GroupGaps.Gap(
                        "sex",
                        new GroupFigure("F", Text.of("slice.missing"), List.of(5, 9), "HR@10", 0.75, 0.5, 1),
                        0.75,
                        0.25,
                        Significance.compare(TestStandings.first(), TestStandings.second(), 1),
                        0.3));
    }

    @Test
    void aGroupHasItsFiguresAndAVerdict() {
        assertTrue(OnFx.get(() -> OnFx.button("#compare-item-groups").isDisabled()), "nothing is compared yet");
        OnFx.run(this::compared);
        assertEquals("(unknown)", cell(0));
        assertEquals(List.of("Run 1", "Run 2"), heads("#compare-user-groups"));
        assertEquals(List.of("Run 1", "Run 2"), heads("#compare-children"));
        assertEquals(2, cell(1));
        assertEquals(0.5, cell(4));
        assertEquals(0.3, cell(6));
        assertEquals("≈ within noise", cell(7));
        assertFalse(OnFx.get(() -> OnFx.button("#compare-item-groups").isDisabled()));
        OnFx.run(() -> OnFx.button("#compare-item-groups").fire());
        assertEquals(1, asked);
    }

    @Test
    void theChosenGroupsChildrenAreShown() {
        OnFx.run(this::compared);
        OnFx.run(() -> OnFx.find("#compare-user-groups", TableView.class)
                .getSelectionModel()
                .select(0));
        OnFx.run(() -> tabs.getSelectionModel().select(1));
        assertEquals(2, OnFx.get(() -> OnFx.find("#compare-children", TableView.class)
                .getItems()
                .size()));
    }
}
