package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.data.Pseudonyms;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Item 1 of the toy data: users 0, twice, and 1 watched it. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class AlbumPaneTest {
    @TempDir
    private static Path folder;

    private final ChildModel model = new ChildModel();

    @SuppressWarnings("NullAway.Init")
    private Pseudonymiser pseudonymiser;

    @Start
    void open(Stage stage) throws Exception {
        pseudonymiser = new Pseudonymiser(Pseudonyms.of(folder));
        Jobs jobs = new Jobs(ForkJoinPool.commonPool(), error -> {
            throw new AssertionError(error);
        });
        AlbumPane pane = new AlbumPane(model, ToyModel.session(folder), jobs, new Texts(Locale.ENGLISH), pseudonymiser);
        stage.setScene(new Scene(pane, 900, 400));
        stage.show();
    }

    private static int rows(String table) {
        return OnFx.get(() -> OnFx.find(table, TableView.class).getItems().size());
    }

    private static Object cell(String id, int row, int column) {
        TableView<?> table = OnFx.find(id, TableView.class);
        return OnFx.get(() -> table.getColumns().get(column).getCellData(row));
    }

    private void choose() {
        Album album = Album.of(ToyModel.dataset(), 1);
        OnFx.run(() -> model.why().explainedProperty().set(new ListPlace(new Entry(2, 1, 5, true, false), album, "")));
        OnFx.await("the album is known", () -> rows("#album-viewers") > 0);
    }

    @Test
    void whoWatchesItAndWhatIsNearIt() {
        choose();
        assertEquals(2, rows("#album-viewers"));
        assertEquals("0", cell("#album-viewers", 0, 0));
        assertEquals(2, cell("#album-viewers", 0, 1));
        assertEquals("1", cell("#album-viewers", 1, 0));
        assertEquals(5, rows("#album-near"));
        assertEquals("2", cell("#album-near", 0, 0), "the nearest by angle");
        assertEquals(
                List.of("1", "2"),
                OnFx.all(".facts .fact-value", Label.class).stream()
                        .map(Label::getText)
                        .toList(),
                "its id, and how many watch it");
        OnFx.run(() -> model.why().explainedProperty().set(null));
        assertEquals(0, rows("#album-viewers"));
        assertEquals(0, rows("#album-near"));
    }

    @Test
    void presentationHidesWhoWatchesIt() {
        choose();
        OnFx.run(() -> pseudonymiser.onProperty().set(true));
        OnFx.await("the viewers are hidden", () -> "".equals(cell("#album-viewers", 0, 2)));
        assertNotEquals("0", cell("#album-viewers", 0, 0));
    }
}
