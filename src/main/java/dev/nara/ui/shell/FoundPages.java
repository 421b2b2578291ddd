package dev.nara.ui.shell;

import dev.nara.ui.help.HelpController;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Found;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Query;
import dev.nara.ui.palette.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The guide's pages and their headings. */
final class FoundPages implements Source {
    private final HelpController guide;

    FoundPages(HelpController guide) {
        this.guide = guide;
    }

    @Override
    public Group group() {
        return Group.HELP;
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Search open() {
        return new Search() {
            private @Nullable List<Entry> entries;

            @Override
            public synchronized Found find(Query query, List<String> recent, int most) {
                List<Entry> all = entries == null
                        ? guide.topics().stream().map(topic -> entry(topic)).toList()
                        : entries;
                entries = all;
                return Found.in(all, query, recent, most);
            }
        };
    }

    private Entry entry(HelpController.Topic topic) {
        return Entry.of(
                        Group.HELP,
                        "help:" + topic.page() + "#" + topic.anchor(),
                        Feather.HELP_CIRCLE,
                        topic.title(),
                        () -> guide.open(topic))
                .with(topic.anchor().isEmpty() ? "" : topic.of(), "");
    }
}
