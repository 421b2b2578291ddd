package dev.nara.data.read.service;

import dev.nara.data.AttributesBuilder;
import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import dev.nara.data.LogTime;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.table.BadRows;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.time.TimeColumn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the folder of the children's video service. History, profiles, metadata and the sample submission are required; the other four
 * files add information on starts and albums. Files are joined by id; if an album has several rows of metadata, the first is used.
 * Irregularities are counted in the findings, but not corrected.
 */
public final class ServiceReader implements DatasetReader {
    /** Common conditions on its rows, offered to users. */
    public static final List<String> CONDITIONS =
            List.of("trailer=0", "autoplay=0", "payment>0", "searched=1", "watched_seconds>15", "watched_share>=0.3");

    private static final String HISTORY = "history_data.csv";
    private static final String PROFILES = "profile_data.csv";
    private static final Set<String> FILES = Set.of(
            HISTORY,
            PROFILES,
            "meta_data.csv",
            "sample_submission.csv",
            "watch_e_data.csv",
            "buy_data.csv",
            "search_data.csv",
            "meta_data_plus.csv");
    private static final String[] COLUMNS = {
        "profile_id", "ss_id", "log_time", "album_id", "continuous_play", "short_trailer", "payment"
    };
    private static final int DATE = 8;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Override
    public String format() {
        return "service";
    }

    @Override
    public boolean recognises(DataFiles files) {
        boolean asked = files.chosen().map(f -> FILES.contains(f.name())).orElse(true);
        return asked && (files.find(HISTORY).isPresent() || files.find(PROFILES).isPresent());
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        Findings findings = new Findings();
        // Profiles and metadata are read first, so that indices have their order and the catalogue includes unwatched
        // albums.
        ProfileTable profiles = ProfileTable.read(files.get(PROFILES), users, findings);
        MetaTable meta = MetaTable.read(files.get("meta_data.csv"), items, findings);
        InteractionsBuilder started = new InteractionsBuilder("autoplay", "trailer", "payment");
        List<SkippedRow> skipped = BadRows.read(
                DelimitedFile.csv(files.get(HISTORY), COLUMNS),
                recipe,
                progress,
                findings,
                row -> start(row, users, items, started, findings));
        Interactions starts = started.build(users.size(), items.size());
        List<Integer> recipients = recipients(files.get("sample_submission.csv"), users);
        meta.join(starts, findings);
        Viewings viewings = new Viewings(users, items, starts, findings);
        Interactions joined = viewings.joined(files);
        AttributesBuilder itemAttributes = new AttributesBuilder(items.size());
        meta.addTo(itemAttributes);
        viewings.addTo(itemAttributes);
        Optional<DataFile> keywords = files.find("meta_data_plus.csv");
        if (keywords.isPresent()) {
            Keywords.read(keywords.get(), items, itemAttributes);
        }
        return new Dataset(
                source(files, recipe, findings, skipped),
                users,
                items,
                joined,
                profiles.attributes(users.size()),
                itemAttributes.build(),
                new Dataset.Task(null, recipients));
    }

    private Dataset.Source source(DataFiles files, Recipe recipe, Findings findings, List<SkippedRow> skipped)
            throws DataException {
        return new Dataset.Source(
                files.path(),
                files.name(),
                format(),
                files.encodings(),
                calendar(recipe.timeSettings()),
                findings.list(),
                skipped);
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        List<DataFile> read =
                FILES.stream().flatMap(name -> files.find(name).stream()).toList();
        return Glimpse.headed(
                files,
                read,
                DelimitedFile.csv(files.get(HISTORY)),
                ",",
                Map.of(
                        "profile_id",
                        ColumnRole.USER,
                        "album_id",
                        ColumnRole.ITEM,
                        "log_time",
                        ColumnRole.TIME,
                        "continuous_play",
                        ColumnRole.NUMBER,
                        "short_trailer",
                        ColumnRole.NUMBER,
                        "payment",
                        ColumnRole.NUMBER));
    }

    /** The calendar for local times in the country of the service. */
    private static LogCalendar calendar(TimeSettings settings) throws DataException {
        ZoneId chosen = TimeColumn.zone(settings);
        return new LogCalendar(LogCalendar.Kind.MINUTES, chosen == null ? SEOUL : chosen, "");
    }

    /** Adds a start as written in the history; repeated ones are kept. */
    private static void start(DataRow row, IdIndex users, IdIndex items, InteractionsBuilder rows, Findings findings)
            throws DataException {
        String profile = Long.toString(row.wholeNumber(0));
        String album = Long.toString(row.wholeNumber(3));
        long time = row.time(2);
        String session = row.text(1).strip();
        String moment = row.text(2).strip();
        if (session.compareTo(moment) > 0) {
            findings.add("session-after-log", () -> profile + ", " + session + " > " + moment);
        }
        if (session.length() > DATE && moment.substring(0, DATE).compareTo(session.substring(0, DATE)) > 0) {
            findings.add("session-over-days", () -> profile + ", " + session + " … " + moment);
        }
        if (LogTime.order(time) > 59) {
            findings.add("impossible-seconds", () -> profile + ", " + moment);
        }
        String payment = row.text(6).strip();
        if (payment.isEmpty()) {
            findings.add("payment-empty", () -> profile + ", " + album);
        } else if (payment.endsWith(".0")) {
            findings.add("payment-spelling", () -> album + ": " + payment);
        }
        float autoplay = flag(row, 4);
        float trailer = flag(row, 5);
        float paid = payment.isEmpty() ? 0 : (float) row.number(6);
        rows.add(users.add(profile), items.add(album), time, autoplay, trailer, paid);
    }

    private static float flag(DataRow row, int column) throws DataException {
        return switch (row.text(column).strip()) {
            case "Y" -> 1;
            case "N" -> 0;
            case "" -> Float.NaN;
            default -> throw row.wrong(column, "data.cell.flag");
        };
    }

    private static List<Integer> recipients(DataFile file, IdIndex users) throws DataException {
        List<Integer> recipients = new ArrayList<>();
        DelimitedFile.csv(file, "profile_id").forEach(Progress.NONE, row -> {
            int user = users.indexOf(Long.toString(row.wholeNumber(0)));
            if (user < 0) {
                throw row.wrong(0, "data.profile.unknown");
            }
            recipients.add(user);
        });
        return List.copyOf(recipients);
    }
}
