package dev.nara.ui.shell;

import dev.nara.ui.help.HelpController;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
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
        return Search.through(() -> guide.topics().stream().map(this::entry).toList());
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
