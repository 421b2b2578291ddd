package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.List;

/** Lists the children of the open data and chooses the one that is asked for, as soon as they are listed. */
final class ChildListing {
    private final ChildModel model;
    private final Session session;
    private final Latest listing;
    private int wanted;

    ChildListing(ChildModel model, Session session, Jobs jobs) {
        this.model = model;
        this.session = session;
        this.listing = new Latest(jobs);
    }

    /** Lists the children of the data that is open now. */
    void list() {
        Session.Opened opened = session.openedProperty().get();
        model.chosenProperty().set(null);
        if (opened == null) {
            listing.cancel();
            model.children().clear();
            return;
        }
        wanted = 0;
        listing.run(() -> children(opened.dataset()), children -> {
            model.children().setAll(children);
            chooseWanted();
        });
    }

    /** Chooses a child by its index. */
    void choose(int user) {
        wanted = user;
        if (!listing.underWay()) {
            chooseWanted();
        }
    }

    private void chooseWanted() {
        model.children().stream()
                .filter(child -> child.user() == wanted)
                .findFirst()
                .ifPresent(model.chosenProperty()::set);
    }

    private static List<Child> children(Dataset dataset) {
        List<Child> children = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            children.add(new Child(
                    u,
                    dataset.users().id(u),
                    dataset.userAttributes().words(u),
                    dataset.interactions().count(u)));
        }
        return children;
    }
}
