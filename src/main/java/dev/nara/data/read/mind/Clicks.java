package dev.nara.data.read.mind;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.LineReader;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Impressions as rows of clicks. Each earlier click of a user is one row, before the user's other rows from the same line; its time is
 * unknown, so it has that of the user's first impression. News that was shown but not clicked gives no row.
 */
final class Clicks extends RowsTable {
    private final DataFile log;
    private final NewsFile news;

    Clicks(DataFile log, NewsFile news) {
        super(log.shown(), List.of("user", "news", "time", "title", "category", "subcategory"), true);
        this.log = log;
        this.news = news;
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        Map<String, Past> pasts = new HashMap<>();
        each(Progress.NONE, null, (impression, line) -> {
            pasts.computeIfAbsent(impression.user(), user -> new Past(impression))
                    .look(impression);
            return true;
        });
        each(progress, taking, (impression, line) -> {
            Past past = Objects.requireNonNull(pasts.get(impression.user()));
            return rows(past.news(impression), impression.user(), past.first, line, taking)
                    && rows(impression.clicked(), impression.user(), impression.time(), line, taking);
        });
    }

    /** A user's clicks before the first impression. This history is the same in all lines of the user, or grows from line to line. */
    private static final class Past {
        private final int history;
        private LocalDateTime first;
        private boolean returned;
        private @Nullable Set<String> met;

        Past(Impression impression) {
            history = impression.history().hashCode();
            first = impression.time();
        }

        void look(Impression impression) {
            first = impression.time().isBefore(first) ? impression.time() : first;
            if (impression.history().hashCode() != history && met == null) {
                met = new HashSet<>();
            }
        }

        /** The earlier clicks of the user that were not returned yet. */
        List<String> news(Impression impression) {
            Set<String> known = met;
            List<String> further = known != null
                    ? impression.history().stream().filter(known::add).toList()
                    : returned ? List.of() : impression.history();
            returned = true;
            return further;
        }
    }

    private boolean rows(List<String> ids, String user, LocalDateTime time, long line, Taking taking)
            throws DataException {
        for (String id : ids) {
            if (!taking.row(line, user, id, time.toString(), news.title(id), news.category(id), news.subcategory(id))) {
                return false;
            }
        }
        return true;
    }

    private interface ImpressionConsumer {
        /** Returns whether to continue with further impressions. */
        boolean accept(Impression impression, long line) throws DataException;
    }

    /** Passes each impression to the consumer. Lines that are not impressions are reported to {@code taking}, or ignored if it is null. */
    private void each(Progress progress, @Nullable Taking taking, ImpressionConsumer consumer) throws DataException {
        try (LineReader lines = new LineReader(log, progress)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<Impression> impression = Impression.of(line);
                if (impression.isPresent()) {
                    if (!consumer.accept(impression.get(), lines.number())) {
                        return;
                    }
                } else if (!line.isBlank() && taking != null) {
                    taking.broken(
                            new DataException(
                                    log.shown(),
                                    lines.number(),
                                    Text.of("data.mind.line", TextLines.shortened(line)),
                                    Text.of("data.mind.line.remedy")),
                            line);
                }
            }
        }
    }
}
