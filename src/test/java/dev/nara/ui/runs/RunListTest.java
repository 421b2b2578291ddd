package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.TestServices;
import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three queued runs of a store. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class RunListTest {
    @TempDir
    private static Path folder;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final ObjectProperty<Map<Long, LiveRun>> live = new SimpleObjectProperty<>(Map.of());
    private final Session session = new Session();
    private final List<List<Long>> chosen = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private RunStore store;

    @SuppressWarnings("NullAway.Init")
    private RunList list;

    @Start
    void open(Stage stage) throws Exception {
        Services services = TestServices.on(Files.createTempDirectory(folder, "runs"));
        store = services.store(services.workspace());
        list = new RunList(
                store,
                services.algorithms(),
                session,
                new Jobs(executor, error -> {}),
                new Texts(Locale.ENGLISH),
                live);
        list.onChoose(runs -> chosen.add(runs.stream().map(StoredRun::id).toList()));
        list.onRead(runs -> read.add(runs.size()));
        stage.setScene(new Scene(list, 260, 500));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        executor.shutdownNow();
        store.close();
    }

    private long add(long seed) throws Exception {
        return store.create(
                TestRuns.run(1, "popularity", Map.of(), seed, Map.of("HR@10", 0.5))
                        .spec(),
                RunState.QUEUED,
                "");
    }

    private static ListView<?> view() {
        return OnFx.find("#runs", ListView.class);
    }

    /** Each of them has a row below the head of their data. */
    private void refresh(int runs) {
        OnFx.run(list::refresh);
        OnFx.await("the runs are listed", () -> view().getItems().size() == runs + 1);
    }

    private void press(KeyCode key) {
        OnFx.run(() -> view().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        OnFx.run(list::refresh);
        OnFx.await("it was read", () -> OnFx.present("No runs yet. Open data to train on."));
    }

    @Test
    void aRunThatCannotBeReadIsARowWithTheReason() throws Exception {
        add(1);
        add(2);
        String database = "jdbc:sqlite:" + store.workspace().resolve("runs.db");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE runs SET spec = 'banana' WHERE id = 1");
        }
        refresh(2);
        OnFx.await("it has a row", () -> OnFx.present("Run 1 cannot be read"));
        RunRailCell cell = OnFx.get(() -> OnFx.all(".list-cell", RunRailCell.class).stream()
                .filter(one -> one.getItem() instanceof RailRow.Damaged)
                .findFirst()
                .orElseThrow());
        String why = OnFx.get(cell::getAccessibleHelp);
        assertTrue(why.contains("Select it in the list and press Delete."), why);
        assertEquals(List.of(1), read, "the other is listed as ever");
    }

    @Test
    void oneOrSeveralRunsAreChosenAndStayChosenWhenTheListIsRead() throws Exception {
        long first = add(1);
        long second = add(2);
        refresh(2);
        OnFx.run(() -> list.choose(List.of(first)));
        assertEquals(List.of(first), charted());
        OnFx.run(() -> list.choose(List.of(first, second)));
        assertEquals(2, chosen.size());
        assertEquals(List.of(first), chosen.get(0));
        assertEquals(2, chosen.get(1).size());
        add(3);
        refresh(3);
        assertEquals(2, OnFx.get(() -> list.chosen().size()));
        assertEquals(2, chosen.size(), "reading the list is no choice");
        assertEquals(List.of(2, 3), read);
        assertEquals(List.of(first, second), charted());
        OnFx.run(() -> list.choose(List.of(second)));
        assertEquals(List.of(second), charted(), "what is no longer chosen leaves the chart");
        OnFx.await("it is there for being chosen", () -> boxes(CheckBox::isIndeterminate));
        press(KeyCode.SPACE);
        OnFx.await("it is there to stay", () -> boxes(CheckBox::isSelected));
        OnFx.run(() -> list.choose(List.of(first)));
        assertEquals(List.of(second, first), charted(), "what was ticked stays");
    }

    /** Whether one of the boxes is so. */
    private static boolean boxes(Predicate<CheckBox> so) {
        return OnFx.all(".rail-check", CheckBox.class).stream().anyMatch(box -> OnFx.get(() -> so.test(box)));
    }

    private List<Long> charted() {
        return OnFx.get(() -> List.copyOf(session.charted().runs()));
    }

    @Test
    void aMarkedRunIsChosenWithoutBeingShownAgain() throws Exception {
        OnFx.run(() -> list.mark(1));
        long first = add(1);
        refresh(1);
        assertEquals(
                List.of(first),
                OnFx.get(() -> list.chosen().stream().map(StoredRun::id).toList()));
        assertEquals(List.of(), chosen);
    }

    @Test
    void whatIsLookedForHidesTheOthersAndSaysSo() throws Exception {
        add(1);
        long second = add(2);
        refresh(2);
        TextField search = OnFx.find("#run-search", TextField.class);
        OnFx.run(() -> search.setText("seed=2"));
        assertEquals(2, OnFx.get(() -> view().getItems().size()));
        OnFx.run(() -> search.setText("nothing"));
        assertTrue(OnFx.present("No run matches \"nothing\"."));
        OnFx.run(() -> list.choose(List.of(second)));
        assertEquals("", OnFx.get(search::getText), "what is chosen is seen");
        OnFx.run(() -> search.setText("nothing"));
        OnFx.run(OnFx.button("Clear")::fire);
        assertEquals(3, OnFx.get(() -> view().getItems().size()));
    }

    @Test
    void aRowSaysNumberNameStateAndPlaceInTheQueue() throws Exception {
        long first = add(1);
        list.onOrder(() -> List.of(first));
        refresh(1);
        OnFx.await("its row is laid out", () -> !OnFx.all(".rail-name", Label.class)
                .isEmpty());
        assertEquals("1", OnFx.get(() -> OnFx.find(".runs-number", Label.class).getText()));
        assertEquals("popularity", OnFx.get(() -> OnFx.find(".rail-name", Label.class)
                .getText()));
        assertEquals(
                "1 popularity, –, queued · no. 1 in the queue",
                OnFx.get(() -> OnFx.all(".list-cell", Node.class).stream()
                        .map(Node::getAccessibleText)
                        .filter(words -> words != null && words.startsWith("1 "))
                        .findFirst()
                        .orElse("")));
    }
}
