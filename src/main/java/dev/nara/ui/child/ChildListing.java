package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Listing;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the children of the open data, and selects the requested child once they are listed. */
final class ChildListing {
    private static final int NONE = -1;

    private final ChildModel model;
    private final Session session;
    private final Latest listing;
    private int wanted = NONE;
    /** The data of the requested child, who may be requested before the children are listed. */
    private @Nullable Dataset wantedOf;

    private record Listed(List<Child> children, Genres genres) {}

    ChildListing(ChildModel model, Session session, Jobs jobs) {
        this.model = model;
        this.session = session;
        this.listing = new Latest(jobs);
    }

    /** Lists the children of the open data. */
    void list() {
        Session.Opened opened = session.openedProperty().get();
        model.chosenProperty().set(null);
        if (opened == null) {
            listing.cancel();
            model.children().clear();
            model.listingProperty().set(Listing.NO_DATA);
            return;
        }
        if (!opened.dataset().equals(wantedOf)) {
            wanted = NONE;
        }
        model.listingProperty().set(Listing.LOADING);
        listing.run(() -> listed(opened.dataset()), listed -> {
            model.genresProperty().set(listed.genres);
            model.children().setAll(listed.children);
            model.listingProperty().set(Listing.LISTED);
            chooseWanted();
        });
    }

    /** Selects a child by its index. */
    void choose(int user) {
        Session.Opened opened = session.openedProperty().get();
        wanted = user;
        wantedOf = opened == null ? null : opened.dataset();
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

    private static Listed listed(Dataset dataset) {
        Attributes attributes = dataset.userAttributes();
        List<Child> children = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            String id = dataset.users().id(u);
            ChildFacts facts = ChildFacts.of(attributes, u);
            children.add(new Child(
                    u,
                    id,
                    facts,
                    ChildWords.searched(id, facts),
                    dataset.interactions().count(u)));
        }
        return new Listed(children, Genres.of(dataset));
    }
}
