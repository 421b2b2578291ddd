package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.ui.OnFx;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Listing;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three children, who are listed when the workspace is first looked at. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ChildListingTest {
    private static final long[][] ROWS = {{0, 0, 1}, {1, 1, 2}, {2, 0, 3}};

    private final ChildModel model = new ChildModel();
    private final Session session = new Session();
    private final List<Throwable> errors = new ArrayList<>();
    private final ChildListing children = new ChildListing(model, session, new Jobs(Runnable::run, errors::add));

    @Start
    void open(Stage stage) {
        stage.show();
    }

    private static Opened data() throws Exception {
        return Opened.of(0, Preparing.apply(Toy.of(3, 2, ROWS), Recipe.USUAL));
    }

    private int listed() {
        OnFx.run(() -> {
            model.listingProperty().set(Listing.NO_DATA);
            children.list();
        });
        OnFx.await("they are listed", () -> model.listingProperty().get() == Listing.LISTED);
        Child chosen = OnFx.get(model.chosenProperty()::get);
        return chosen == null ? -1 : chosen.user();
    }

    @Test
    void whoWasAskedForBeforeAnybodyIsListedIsShown() throws Exception {
        Opened first = data();
        OnFx.run(() -> {
            session.openedProperty().set(first);
            children.choose(2);
        });
        assertEquals(2, listed());
        Opened other = data();
        OnFx.run(() -> session.openedProperty().set(other));
        assertEquals(-1, listed(), "it was a child of other data");
        assertEquals(List.of(), errors);
    }
}
