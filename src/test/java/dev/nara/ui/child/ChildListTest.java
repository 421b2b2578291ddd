package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Pseudonyms;
import dev.nara.explain.UserFigures;
import dev.nara.ui.OnFx;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three children, of whom two are evaluated. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ChildListTest {
    @TempDir
    private static Path folder;

    private final ChildModel model = new ChildModel();
    private int asked;

    @Start
    void open(Stage stage) throws Exception {
        ChildList pane = new ChildList(
                model, new Texts(Locale.ENGLISH), new Pseudonymiser(Pseudonyms.of(folder)), () -> asked++);
        stage.setScene(new Scene(pane, 300, 400));
        stage.show();
        model.children()
                .setAll(
                        new Child(0, "ann", "6 · F", 10),
                        new Child(1, "ben", "7 · M", 30),
                        new Child(2, "cy", "7 · F", 20));
        model.figuresProperty().set(new UserFigures(Map.of(0, 0.5, 2, 0.25)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown() {
        ListView<Child> list = OnFx.find("#children", ListView.class);
        return OnFx.get(() -> list.getItems().stream().map(Child::id).toList());
    }

    private List<String> inOrder(ChildModel.Order order) {
        OnFx.run(() -> model.orderProperty().set(order));
        return shown();
    }

    @Test
    void childrenStandInTheChosenOrder() {
        assertEquals(List.of("ann", "ben", "cy"), shown());
        assertEquals(List.of("ben", "cy", "ann"), inOrder(ChildModel.Order.VIEWS));
        assertEquals(List.of("cy", "ann", "ben"), inOrder(ChildModel.Order.WORST), "who is not evaluated comes last");
        assertEquals(List.of("ann", "cy", "ben"), inOrder(ChildModel.Order.BEST));
        OnFx.run(() -> model.figuresProperty().set(new UserFigures(Map.of(1, 0.75, 2, 0.5))));
        assertEquals(List.of("ben", "cy", "ann"), shown());
        OnFx.run(() -> model.watchedProperty().set(Set.of("cy")));
        assertEquals(List.of("cy", "ann", "ben"), inOrder(ChildModel.Order.WATCHED));
    }

    @Test
    void everyWordMustBeginTheIdOrAnAttribute() {
        TextField search = OnFx.find("#child-search", TextField.class);
        OnFx.run(() -> search.setText("7 f"));
        assertEquals(List.of("cy"), shown());
        OnFx.run(() -> search.setText("BE"));
        assertEquals(List.of("ben"), shown());
        OnFx.run(() -> search.setText("en"));
        assertEquals(List.of(), shown());
    }

    @Test
    void theSelectedChildIsTheChosenOne() {
        ListView<?> list = OnFx.find("#children", ListView.class);
        OnFx.run(() -> list.getSelectionModel().select(1));
        assertEquals("ben", OnFx.get(() -> model.chosenProperty().get()).id());
        OnFx.run(() -> model.chosenProperty().set(model.children().get(2)));
        assertEquals(2, OnFx.get(() -> list.getSelectionModel().getSelectedIndex()));
        OnFx.run(() -> OnFx.button("#child-random").fire());
        assertEquals(1, asked);
    }
}
