package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.ui.OnFx;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** User 0 of the toy data, whose list turns round once item 0 is gone from the history. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class WhatIfPaneTest {
    @TempDir
    private static Path folder;

    private final ChildModel model = new ChildModel();

    @Start
    void open(Stage stage) throws Exception {
        Jobs jobs = new Jobs(ForkJoinPool.commonPool(), error -> {
            throw new AssertionError(error);
        });
        WhatIfPane pane = new WhatIfPane(model, ToyModel.session(folder), jobs, new Texts(Locale.ENGLISH));
        stage.setScene(new Scene(pane, 900, 400));
        stage.show();
        model.chosenProperty().set(new Child(0, "0", "", 5));
    }

    private static List<Object> column(String id, int column) {
        TableView<?> table = OnFx.find(id, TableView.class);
        return OnFx.get(() -> IntStream.range(0, table.getItems().size())
                .mapToObj(row -> (Object) table.getColumns().get(column).getCellData(row))
                .toList());
    }

    private static void press(String button) {
        OnFx.run(() -> OnFx.button(button).fire());
    }

    private static void type(String item) {
        TextField field = OnFx.find("#what-if-item", TextField.class);
        OnFx.run(() -> {
            field.setText(item);
            field.fireEvent(new ActionEvent());
        });
    }

    private static void awaitList(String... titles) {
        OnFx.await("the list is " + List.of(titles), () -> column("#what-if-list", 2)
                .equals(List.of((Object[]) titles)));
    }

    @Test
    void theListFollowsTheEditedHistory() {
        assertEquals(List.of(), column("#what-if-history", 0), "nothing is learnt before it is asked for");
        press("#what-if-begin");
        awaitList("0", "1", "2", "3", "4", "5");
        assertEquals(List.of("0", "1", "2"), column("#what-if-history", 0));
        assertEquals(List.of("", "", "", "", "", ""), column("#what-if-list", 1), "nothing has moved");

        OnFx.run(() -> OnFx.find("#what-if-history", TableView.class)
                .getSelectionModel()
                .select(0));
        press("#what-if-remove");
        awaitList("5", "4", "3", "2", "1", "0");
        assertEquals(List.of("▲ 5", "▲ 3", "▲ 1", "▼ 1", "▼ 3", "▼ 5"), column("#what-if-list", 1));
        assertEquals(List.of("1", "2"), column("#what-if-history", 0));

        press("#what-if-clear");
        OnFx.await("the history is empty", () -> column("#what-if-history", 0).isEmpty());
        OnFx.run(() -> model.chosenProperty().set(new Child(1, "1", "", 2)));
        assertEquals(List.of(), column("#what-if-list", 0), "another child begins anew");
    }

    @Test
    void itemsAreAddedByIdOrTitle() {
        type("4");
        awaitList("0", "1", "2", "3", "4", "5");
        OnFx.await("it is added", () -> column("#what-if-history", 0).equals(List.of("4", "0", "1", "2")));
        assertEquals(List.of("＋", "", "", ""), column("#what-if-history", 2));
        type("nothing");
        Label said = OnFx.find("#what-if-said", Label.class);
        OnFx.await("the item is unknown", () -> said.getText().contains("nothing"));
    }
}
