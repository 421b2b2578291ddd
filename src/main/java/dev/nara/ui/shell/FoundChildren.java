package dev.nara.ui.shell;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Found;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.kordamp.ikonli.feather.Feather;

/** The users of the open data, found by their id or pseudonym, and by the title that they watched last. */
final class FoundChildren implements Source {
    private final ScreenContext shared;
    private final Texts texts;
    private final IntConsumer show;

    /** {@code show} shows a child, given its index. */
    FoundChildren(ScreenContext shared, IntConsumer show) {
        this.shared = shared;
        this.texts = shared.frame().texts();
        this.show = show;
    }

    @Override
    public Group group() {
        return Group.CHILDREN;
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Search open() {
        Session.Opened opened = shared.session().openedProperty().get();
        if (opened == null) {
            return (query, recent, most) -> new Found(List.of(), 0);
        }
        Dataset dataset = opened.dataset();
        return Search.through(() -> IntStream.range(0, dataset.users().size())
                .mapToObj(user -> entry(dataset, user))
                .toList());
    }

    private Entry entry(Dataset dataset, int user) {
        String last = last(dataset, user);
        return Entry.of(
                        Group.CHILDREN,
                        "child:" + dataset.users().id(user),
                        Feather.USER,
                        texts.get(
                                "palette.child",
                                shared.pseudonymiser().user(dataset.users().id(user))),
                        () -> show.accept(user))
                .with(
                        last.isEmpty() ? "" : texts.get("palette.child.last", last),
                        texts.get(
                                "palette.child.views",
                                Numbers.grouped(dataset.interactions().count(user))));
    }

    /** The title in the latest row; "" without rows. */
    private static String last(Dataset dataset, int user) {
        Interactions rows = dataset.interactions();
        int latest = rows.start(user);
        for (int row = latest; row < rows.end(user); row++) {
            latest = rows.time(row) >= rows.time(latest) ? row : latest;
        }
        return rows.count(user) == 0 ? "" : dataset.title(rows.item(latest));
    }
}
