package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.analysis.TestStandings;
import dev.nara.analysis.UserDifference;
import dev.nara.data.Pseudonyms;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three children: one lost, one as before, one gained. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ChildrenPageTest {
    @TempDir
    private static Path folder;

    private final CompareModel model = new CompareModel();
    private final List<Integer> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ChildrenPage page;

    private final BooleanProperty seen = new SimpleBooleanProperty();

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    @Start
    void open(Stage stage) throws Exception {
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder), new Texts(Locale.ENGLISH), new Session());
        page = new ChildrenPage(
                model, new Texts(Locale.ENGLISH), new SimpleObjectProperty<>(Theme.LIGHT), pseudonymiser, seen);
        page.onChild(opened::add);
        stage.setScene(new Scene(new StackPane(page.root()), 900, 400));
        stage.show();
        model.saidProperty()
                .set(new SaidVerdict(
                        SaidVerdict.Sign.LEVEL,
                        TestStandings.nothing(),
                        TestStandings.nothing(),
                        Optional.of(TestStandings.verdict())));
        model.children()
                .setAll(
                        new UserDifference(5, "u5", "6 · F", 0, 1),
                        new UserDifference(7, "u7", "7 · M", 0.5, 0.5),
                        new UserDifference(9, "u9", "7 · F", 1, 0));
    }

    private static TableView<?> table() {
        return OnFx.find("#compare-children", TableView.class);
    }

    private static Object cell(int row, int column) {
        return OnFx.get(() -> table().getColumns().get(column).getCellData(row));
    }

    private static int rows() {
        return OnFx.get(() -> table().getItems().size());
    }

    private static String title() {
        return OnFx.get(
                () -> OnFx.find(".compare-page .cell-detail", Label.class).getText());
    }

    private void look() {
        OnFx.run(() -> seen.set(true));
    }

    @Test
    void childrenAreLaidOutOnceThePageIsOpen() {
        look();
        assertEquals(3, rows());
        assertEquals("u5", cell(0, 0));
        assertEquals(-1.0, cell(0, 4));
        assertEquals(
                "1 EASE against 2 iALS: 1 children gained, 1 lost, 1 unchanged. Double-click to show a child.",
                title());
        assertEquals(1, OnFx.all(".chart-viewer", ChartViewer.class).size(), "the chart is drawn");
    }

    @Test
    void aGroupLeavesTheOthersOut() {
        look();
        OnFx.run(() -> page.within("Age 7", Set.of(7, 9)));
        assertEquals(2, rows());
        assertEquals(
                "Age 7. 1 EASE against 2 iALS: 1 children gained, 0 lost, 1 unchanged. Double-click to show a child.",
                title());
        OnFx.run(() -> model.children().remove(0));
        assertEquals(2, rows(), "another comparison shows all of its children");
    }

    @Test
    void aDoubleClickOpensAChildAndPresentationHidesIt() {
        look();
        OnFx.run(() -> {
            TableRow<?> row = OnFx.all(".table-row-cell", TableRow.class).get(2);
            row.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    2,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
        });
        assertEquals(List.of(9), opened);
        OnFx.run(() -> pseudonymiser.onProperty().set(true));
        assertNotEquals("u5", cell(0, 0));
    }
}
